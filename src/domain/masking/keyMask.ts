import type { Reading } from './readEncoded.ts';
import { readEncoded } from './readEncoded.ts';
import { base64Alphabet, decodeBase64 } from './text/base64.ts';

/** So much of a key in a row is taken for it: whoever echoes it may cut it, or break it up. */
const telling = 8;
const mask = '***';

/**
 * Masks an API key wherever it stands in a text, in any letter case, whole or in parts of 8 characters and more, and however it was
 * encoded: percent-encoded, escaped as in JSON, with HTML's entities, in base64 (also within something longer) or hexadecimal, broken up
 * by line ends, blanks and tags, and any of these in another.
 */
export function createKeyMask(key: string): (text: string) => string {
  if (key === '') return (text) => text;
  const keys = [...[...readEncoded(key)].map(({ characters }) => characters), ...packedIn(key)];
  const plain = partsOf(keys.flatMap((one) => [lowerCase(one), hexadecimal(one)]));
  const packed = partsOf(keys.flatMap(base64Within).map(lowerCase));
  // A key that is shorter is known by all of it.
  if (key.length < telling) plain.add(lowerCase(key));
  return (text) => {
    const found: Range[] = [];
    for (const reading of readEncoded(text)) {
      const characters = lowerCase(reading.characters);
      found.push(...rangesOf(plain, characters, reading));
      const inBase64 = rangesOf(packed, characters.replaceAll('-', '+').replaceAll('_', '/'), reading);
      found.push(...inBase64.map((range) => wholeRun(text, range)));
    }
    return masked(text, found);
  };
}

type Range = readonly [start: number, end: number];

/** All parts of the texts that are long enough to tell. */
function partsOf(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      Array.from({ length: Math.max(0, text.length - telling + 1) }, (_, at) => text.slice(at, at + telling)),
    ),
  );
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

/** Keeps the length, which a language's own lower case may not. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function hexadecimal(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** What a key is the base64 of, where that is a name and a secret: clusters give their keys so, and may name the parts. */
function packedIn(key: string): readonly string[] {
  if (!/^[\w+/-]{16,}={0,2}$/.test(key)) return [];
  const text = decodeBase64(key.replaceAll('=', '')) ?? '';
  return /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(text) ? [text] : [];
}

/** What a text becomes in the base64 of something that holds it, for each of the three places where it may begin: what of it does not hang on its neighbours. */
function base64Within(text: string): readonly string[] {
  const bits = Array.from(text, (character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  return [0, 4, 2].map((skipped) => {
    let packed = '';
    for (let at = skipped; at + 6 <= bits.length; at += 6)
      packed += base64Alphabet[Number.parseInt(bits.slice(at, at + 6), 2)];
    return packed;
  });
}
