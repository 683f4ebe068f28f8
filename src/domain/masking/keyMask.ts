import { keyForms, lowerCase } from './keyForms.ts';
import type { Reading } from './readEncoded.ts';
import { readEncoded } from './readEncoded.ts';

const mask = '***';

/**
 * Masks an API key wherever it stands in a text, in any letter case, whole or in parts of 8 characters and more, and however it was
 * encoded: percent-encoded, escaped as in JSON, with HTML's entities, in base64 (also within something longer) or hexadecimal, broken up
 * by line ends, blanks, tags, quotation marks and whatever else is neither letter nor digit, as numbers of bytes, turned round, and any
 * of these in another.
 */
export function createKeyMask(key: string): (text: string) => string {
  if (key === '') return (text) => text;
  const { plain, bare, packed } = keyForms(key);
  return (text) => {
    const found: Range[] = [];
    for (const reading of readEncoded(text)) {
      const characters = lowerCase(reading.characters);
      found.push(...rangesOf(plain, characters, reading));
      const inBase64 = rangesOf(packed, characters.replaceAll('-', '+').replaceAll('_', '/'), reading);
      found.push(...inBase64.map((range) => wholeRun(text, range)));
      // What looks like the `0x` of a byte may be of the key itself.
      for (const separator of ofByte.test(reading.characters) ? [between, betweenBytes] : [between]) {
        const letters = bareReading(reading, separator);
        found.push(...rangesOf(bare, lowerCase(letters.characters), letters));
      }
    }
    return masked(text, found);
  };
}

type Range = readonly [start: number, end: number];

/** What may stand between the letters and digits of a key, and has some itself: colours of a terminal, comments, tags. */
const between = /\[\d{0,3}(?:;\d{1,3}){0,4}m|<!--.{0,200}?-->|<\/?[a-z][^<>]{0,200}>|[^\da-z\uff01-\uff5e]/gisu;
const ofByte = /\b0x(?=[\da-f]{2}\b)/iu;
const betweenBytes = new RegExp(`${ofByte.source}|${between.source}`, between.flags);

/** A reading's letters and digits alone; wide ones are what they look like. */
function bareReading({ characters, starts, ends }: Reading, separator: RegExp): Reading {
  let letters = '';
  const places: [starts: number[], ends: number[]] = [[], []];
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const code = characters.charCodeAt(at);
      const letter = code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : characters.charAt(at);
      if (!/[\da-z]/i.test(letter)) continue;
      letters += letter;
      places[0].push(starts[at] ?? 0);
      places[1].push(ends[at] ?? 0);
    }
  };
  let from = 0;
  for (const { 0: match, index } of characters.matchAll(separator)) {
    take(from, index);
    from = index + match.length;
  }
  take(from, characters.length);
  return { characters: letters, starts: places[0], ends: places[1] };
}

function rangesOf(parts: ReadonlySet<string>, characters: string, { starts, ends }: Reading): readonly Range[] {
  const ranges: Range[] = [];
  for (const size of new Set([...parts].map(({ length }) => length))) {
    for (let at = 0; at + size <= characters.length; at++) {
      if (parts.has(characters.slice(at, at + size))) ranges.push([starts[at] ?? 0, ends[at + size - 1] ?? 0]);
    }
  }
  return ranges;
}

/** The characters of base64 around a range: each of them holds a part of its neighbours. */
function wholeRun(text: string, [start, end]: Range): Range {
  const before = /[\w+/=-]*$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const behind = /^[\w+/=-]*/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return [start - before, end + behind];
}

function masked(text: string, ranges: Range[]): string {
  let result = '';
  let [from, last] = [0, -1];
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    // Ranges overlap, and touch.
    if (start > last) result += `${text.slice(from, start)}${mask}`;
    last = Math.max(last, end);
    from = last;
  }
  return result + text.slice(from);
}
