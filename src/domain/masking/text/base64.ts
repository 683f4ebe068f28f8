import type { Stretch } from './stretch.ts';

export const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What is shorter says nothing that is as long as a number. */
export const shortestBase64 = 16;

/** Letters that may be base64, that of addresses too: those of each three bytes begin with one of these where the first is printed ASCII. */
const run = /(?<![A-Za-z\d+/_-])(?:[I-Za-f][A-Za-z\d+/_-]{3}){2}[A-Za-z\d+/_-]{8,}/;
const runs = new RegExp(run, 'g');
/** The same on several lines, as mails have it. */
const lines = /(?<![A-Za-z\d+/_-])[I-Za-f][A-Za-z\d+/_-]{15,}(?:\r?\n[A-Za-z\d+/_-]{2,})+/g;

const sextets = new Map([...base64Alphabet, '-', '_'].map((letter, at) => [letter, at < 64 ? at : at - 2]));

/** The texts that are written in base64 within a text, each with where that stands. */
export function findBase64(text: string): readonly (Stretch & { readonly said: string })[] {
  // Most texts have no run of it, and are told so faster.
  if (!run.test(text)) return [];
  const wrapped = text.includes('\n') ? readRuns(text.matchAll(lines)) : [];
  const others = readRuns(text.matchAll(runs));
  // A line of a text says something else by itself.
  if (wrapped.length === 0) return others;
  return [
    ...wrapped,
    ...others.filter((one) => !wrapped.some(({ start, end }) => start <= one.start && one.end <= end)),
  ];
}

function readRuns(found: Iterable<RegExpExecArray>): readonly (Stretch & { readonly said: string })[] {
  return [...found].flatMap(({ 0: letters, index }) => {
    const said = decodeBase64(letters);
    return said === undefined ? [] : [{ said, start: index, end: index + letters.length }];
  });
}

/** What a run of base64 says, when that is a text: most runs of its letters say none with their first few. */
export function decodeBase64(letters: string): string | undefined {
  let [written, bits, size] = ['', 0, 0];
  /** So many bytes of a letter of UTF-8 are still to come. */
  let more = 0;
  for (const letter of letters) {
    if (letter === '\n' || letter === '\r') continue;
    bits = (bits << 6) | (sextets.get(letter) ?? 0);
    size += 6;
    if (size < 8) continue;
    size -= 8;
    const byte = bits >> size;
    bits &= (1 << size) - 1;
    if (byte >= 0x80 && byte < 0xc0 !== more > 0) return undefined;
    if (byte < 0x80 && (more > 0 || isControl(byte))) return undefined;
    more = byte < 0xc0 ? Math.max(0, more - 1) : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    written += `%${byte.toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(written);
  } catch {
    // No UTF-8.
    return undefined;
  }
}

function isControl(byte: number): boolean {
  return (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127;
}
