import { asText, isRecord } from '../../json/looseValues.ts';
import { parseJson } from '../../json/parseJson.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import { decode, wholeText } from '../text/decodedText.ts';
import { jsonString } from '../text/encodings.ts';
import { entryOf } from './headerEntry.ts';
import { readLiteral } from './headerLiteral.ts';

/** One header of a request, as it was recorded. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What was recorded of headers, as far as it can be read. */
export interface ReadHeaders {
  readonly headers: readonly Header[];
  /** Whether there was more that could not be read: it may hold anything. */
  readonly unread: boolean;
}

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
  const plain = /^[\s{[(]*\\+"/u.test(text) ? decode(text, jsonString, wholeText)?.text : undefined;
  if (plain !== undefined) return ofText(plain);
  const options = [...text.matchAll(option)].map(({ 2: header = '' }) => header);
  if (options.length > 0) return ofLines(options);
  const literal = readLiteral(text);
  if (!literal) return ofLines(text.split(/\r\n|\n|\r/u));
  return { headers: ofValue(literal.value), unread: !literal.complete };
}

function ofValue(value: object): readonly Header[] {
  if (Array.isArray(value)) return ofList(value);
  const pair = entryOf(value, false);
  if (pair) return named(...pair);
  const entries = entriesOf(value);
  const [only] = entries;
  if (
    entries.length === 1 &&
    only &&
    /^(?:(?:raw|http|request|response)_?)?headers$/iu.test(only[0]) &&
    typeof only[1] === 'object' &&
    only[1] !== null
  ) {
    return ofValue(only[1]);
  }
  return entries.flatMap(([name, held]) => named(name, held));
}

/** Headers as curl is given them. */
const option = /(?:^|\s)(?:-H|--header)[\s=]*(["'])(.*?)\1/gsu;
/** `Name: value`, also as an item of YAML, within quotes, or as curl tells of it. */
const line = /^(?:[-*><]\s+)?(["']?)([^\s:"']+)\1\s*:(?:\s*(["'])(.*)\3\s*|(.*))$/su;

/** What belongs to the name on the line before. */
const valueLine = /^\s*["']?values?["']?\s*[:=]/iu;

function ofLines(lines: readonly string[]): ReadHeaders {
  const headers: Header[] = [];
  let unread = false;
  for (const text of lines) {
    const last = headers.at(-1);
    const [, , name, , quoted, bare = ''] = line.exec(text) ?? [];
    const value = quoted ?? bare;
    if (name !== undefined) headers.push({ name, value: value.trim() });
    else if (last && /^(?:name|key|header)$/iu.test(last.name) && valueLine.test(text)) {
      headers.splice(-1, 1, { name: last.value, value: text.replace(valueLine, '').trim() });
    }
    // A line that begins with a space continues the one before, as HTTP once allowed.
    else if (last && /^\s+\S/u.test(text)) headers.splice(-1, 1, { ...last, value: `${last.value} ${text.trim()}` });
    else if (text.trim() !== '' && !/HTTP\/\d/iu.test(text)) unread = true;
  }
  return { headers, unread };
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
  if (texts.length % 2 !== 0 || texts.some((text) => /^[^\s:]+:\s/u.test(text))) return ofLines(texts).headers;
  return texts.flatMap((text, index) => (index % 2 === 0 ? named(text, texts[index + 1]) : []));
}

function named(name: string, value: unknown): readonly Header[] {
  if (name.trim() === '') return [];
  // The place of a line, or of a pair, within a list.
  if (/^\d+$/.test(name) && typeof value === 'string' && line.test(value)) return ofLines([value]).headers;
  if (/^\d+$/.test(name) && Array.isArray(value) && value.length === 2) return ofList([value]);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((held) => ({ name: name.trim(), value: asText(held)?.trim() ?? '' }));
}
