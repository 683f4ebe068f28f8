import { asText, isRecord } from '../../json/looseValues.ts';
import { parseJson } from '../../json/parseJson.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import { decode, wholeText } from '../text/decodedText.ts';
import { entities, jsonString } from '../text/encodings.ts';
import type { Header, ReadHeaders } from './header.ts';
import { entryOf } from './headerEntry.ts';
import { isLine, isLog, ofLines, ofOptions, ofWrittenText } from './headerLines.ts';
import { readLiteral } from './headerLiteral.ts';

const nothing: ReadHeaders = { headers: [], unread: false };

/**
 * The headers in whatever notation they were recorded: as values, as JSON in a string (escaped or not), as a literal or a printed map of
 * Python, Java, Go, Ruby, JavaScript or PHP, or as lines of `Name: value`; each as an object, a list of pairs, or of names and values in
 * turn. The order stays and duplicates stay.
 */
export function readHeaders(recorded: unknown): ReadHeaders {
  if (recorded === undefined || recorded === null) return nothing;
  if (typeof recorded === 'string') return ofText(recorded);
  if (typeof recorded !== 'object') return { headers: [], unread: true };
  const headers = ofValue(recorded);
  return { headers, unread: headers.length === 0 && Object.keys(recorded).length > 0 };
}

function ofText(text: string): ReadHeaders {
  if (text.trim() === '') return nothing;
  if (/^\s*[[{"]/u.test(text)) {
    try {
      const parsed = parseJson(text);
      if (parsed !== text) return readHeaders(parsed);
    } catch {
      // Not JSON: read on.
    }
  }
  const plain = /^[\s{[(]*\\+"/u.test(text)
    ? decode(text, jsonString, wholeText)?.text
    : /^[\s{[(]*&(?:quot|#34|#x22);/iu.test(text)
      ? decode(text, entities, wholeText)?.text
      : undefined;
  if (plain !== undefined) return ofText(plain);
  const options = ofOptions(text);
  if (options) return options;
  const literal = isLog(text) ? undefined : readLiteral(text);
  if (!literal) return ofWrittenText(text);
  return { headers: ofValue(literal.value), unread: !literal.complete };
}

function ofValue(value: object): readonly Header[] {
  if (Array.isArray(value)) return ofList(value);
  const pair = entryOf(value, false);
  if (pair) return named(...pair);
  const entries = entriesOf(value);
  const whole = entries.find(([name, held]) => isWhole(name, entries.length) && typeof held === 'object' && held);
  if (whole) return ofValue(whole[1] as object);
  return entries.flatMap(([name, held]) => named(name, held));
}

/** What holds all headers, beside what else is told of a request. */
function isWhole(name: string, count: number): boolean {
  return (
    /^(?:(?:raw|http|request|response|multi_?value)_?)?headers$|^(?:_?headers (?:map|list)|map)$/iu.test(name) ||
    (count === 1 && name === 'inner')
  );
}

/** Nobody writes headers in lists within more lists than this. */
const deepest = 8;

function ofList(list: readonly unknown[], depth = 0): readonly Header[] {
  if (depth > deepest) return [];
  const texts = list.filter((entry) => typeof entry === 'string');
  if (texts.length === list.length) return ofTexts(texts);
  return list.flatMap((entry): readonly Header[] => {
    if (Array.isArray(entry))
      return Array.isArray(entry[0]) ? ofList(entry, depth + 1) : named(asText(entry[0]) ?? '', entry[1]);
    const pair = isRecord(entry) ? entryOf(entry, true) : undefined;
    return pair ? named(...pair) : readHeaders(entry).headers;
  });
}

function ofTexts(texts: readonly string[]): readonly Header[] {
  if (texts.length % 2 !== 0 || texts.some((text) => /^[^\s:]+:\s|^[\w-]+=/u.test(text))) return ofLines(texts).headers;
  return texts.flatMap((text, index) => (index % 2 === 0 ? named(text, texts[index + 1]) : []));
}

function named(name: string, value: unknown): readonly Header[] {
  if (name.trim() === '') return [];
  if (isWhole(name, 1) && isRecord(value)) return ofValue(value);
  // The place of a line, or of a pair, within a list.
  if (/^\d+$/.test(name) && typeof value === 'string' && isLine(value)) return ofLines([value]).headers;
  if (/^\d+$/.test(name) && Array.isArray(value) && value.length === 2) return ofList([value]);
  const values: readonly unknown[] = Array.isArray(value) ? value : isRecord(value) ? valuesOf(value) : [value];
  return values.flatMap((held): readonly Header[] => {
    const pair = isRecord(held) ? entryOf(held, true) : undefined;
    return pair ? named(...pair) : [{ name: name.trim(), value: asText(held)?.trim() ?? '' }];
  });
}

/** A list that is written as an object, or what says of its value that it is one. */
function valuesOf(record: Readonly<Record<string, unknown>>): readonly unknown[] {
  const entries = entriesOf(record);
  const isList = entries.every(([key]) => /^\d+$/.test(key) || /^values?$/iu.test(key));
  return isList ? entries.flatMap(([, held]) => held) : [record];
}
