import { asText, isRecord } from '../json/looseValues.ts';
import { parseJson } from '../json/parseJson.ts';
import { entriesOf } from '../json/writtenEntries.ts';

/** One header of a request, as it was recorded. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * The headers in whatever form they were recorded: JSON in a string (an object, or a list of pairs), the same as values, lines of
 * `Name: value`, or a dictionary as Python prints it. The order stays and duplicates stay; what is none of these has no headers.
 */
export function readHeaders(value: unknown): readonly Header[] {
  if (typeof value === 'string') return ofText(value);
  if (Array.isArray(value)) return ofList(value);
  return isRecord(value) ? entriesOf(value).flatMap(([name, held]) => named(name, held)) : [];
}

function ofText(text: string): readonly Header[] {
  if (/^\s*[[{"]/u.test(text)) {
    try {
      const parsed = parseJson(text);
      if (parsed !== text) return readHeaders(parsed);
    } catch {
      // Not JSON: read on.
    }
  }
  return /^\s*\{/u.test(text) ? ofPythonText(text) : ofLines(text.split(/\r\n|\n|\r/u));
}

const pythonString = String.raw`'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"`;
const pythonEntry = new RegExp(String.raw`(?:${pythonString})\s*:\s*(?:${pythonString}|([^\s,}]+))`, 'gu');

function ofPythonText(text: string): readonly Header[] {
  return [...text.matchAll(pythonEntry)].flatMap(([, name1, name2, value1, value2, bare]) =>
    named(unescapePython(name1 ?? name2 ?? ''), unescapePython(value1 ?? value2 ?? bare ?? '')),
  );
}

function unescapePython(text: string): string {
  return text.replaceAll(/\\(['"\\])/gu, '$1');
}

function ofLines(lines: readonly string[]): readonly Header[] {
  const headers: Header[] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    const found = /^([^\s:]+)\s*:(.*)$/u.exec(line);
    if (found?.[1]) headers.push({ name: found[1], value: (found[2] ?? '').trim() });
    // A line that begins with a space continues the one before, as HTTP once allowed.
    else if (last && /^\s+\S/u.test(line)) headers.splice(-1, 1, { ...last, value: `${last.value} ${line.trim()}` });
  }
  return headers;
}

function ofList(list: readonly unknown[]): readonly Header[] {
  const texts = list.filter((entry) => typeof entry === 'string');
  if (texts.length === list.length) return ofTexts(texts);
  return list.flatMap((entry): readonly Header[] => {
    if (Array.isArray(entry)) return named(asText(entry[0]) ?? '', entry[1]);
    if (!isRecord(entry)) return readHeaders(entry);
    const name = entry.name ?? entry.key;
    return typeof name === 'string' && 'value' in entry ? named(name, entry.value) : readHeaders(entry);
  });
}

/** `Name: value` in each, or name and value in turn, as Node keeps them. */
function ofTexts(texts: readonly string[]): readonly Header[] {
  if (texts.length % 2 !== 0 || texts.some((text) => /^[^\s:]+:\s/u.test(text))) return ofLines(texts);
  return texts.flatMap((text, index) => (index % 2 === 0 ? named(text, texts[index + 1]) : []));
}

function named(name: string, value: unknown): readonly Header[] {
  if (name.trim() === '') return [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((held) => ({ name: name.trim(), value: asText(held)?.trim() ?? '' }));
}
