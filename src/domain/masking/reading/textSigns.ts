import type { LetterCodes } from '../text/letterCodes.ts';

/**
 * What a letter may be a sign of. `digits`: there are as many as a person's number has; `word`: a letter that no hexadecimal id has; `nested`: an escape that may mean anything, or one that is escaped again; `tag`: one of HTML may stand within a number.
 */
export const signs = {
  digit: 1,
  at: 2,
  field: 4,
  encoded: 8,
  wide: 16,
  document: 32,
  digits: 64,
  word: 128,
  nested: 256,
  dash: 512,
  tag: 1024,
} as const;

/** A text with none of these holds nothing, unless it is somebody's own value, or a secret by its form. */
export const tellingSigns =
  signs.at | signs.field | signs.encoded | signs.wide | signs.document | signs.digits | signs.dash;

/** By the code of a letter; above ASCII every one is `wide`. */
const signOfLetter = Uint16Array.from({ length: 128 }, (_, code) => signOf(String.fromCharCode(code)));

function signOf(letter: string): number {
  let sign = 0;
  if (/\d/.test(letter)) sign |= signs.digit;
  if (letter === '-') sign |= signs.dash;
  if (letter === '@') sign |= signs.at;
  if (/[:=]/.test(letter)) sign |= signs.field;
  if (/[%&\\]/.test(letter)) sign |= signs.encoded;
  if (/[%&]/.test(letter)) sign |= signs.nested;
  if (/[{[<(]/.test(letter)) sign |= signs.document;
  if (letter === '<') sign |= signs.tag;
  if (/[g-z]/i.test(letter)) sign |= signs.word;
  return sign;
}

/** So many digits, of ASCII's, has a person's number at least. */
const fewestDigits = 7;
const backslash = 92;

/** Looks through a text for the signs of what it may hold: much faster than looking for that. */
export class SignReader {
  /** The signs in what was read last. */
  found = 0;
  /** A sum of all letters of it: the same for the same text. */
  sum = 0;

  /** Reads from `start` to `close`, the code of a quote, or to the end; returns where that is. A quote behind a backslash closes nothing. */
  read(codes: LetterCodes, start: number, end: number, close: number): number {
    // Here, so that no letter asks the module for them.
    const { digit, encoded, nested, wide } = signs;
    const signOf = signOfLetter;
    let found = 0;
    let digits = 0;
    let sum = 0;
    let at = start;
    while (at < end) {
      let code = codes[at] as number;
      if (code === close) break;
      if (code === backslash && at + 1 < end) {
        at += 1;
        sum = (sum * 31 + backslash) | 0;
        code = codes[at] as number;
        found |= meansAnything(code) ? encoded | nested : encoded;
      }
      const sign = code < 128 ? (signOf[code] as number) : wide;
      found |= sign;
      digits += sign & digit;
      sum = (sum * 31 + code) | 0;
      at += 1;
    }
    this.found = digits < fewestDigits ? found : found | signs.digits;
    this.sum = sum ^ (sum >>> 15);
    return at;
  }
}

/** Whether a letter behind a backslash makes an escape of any letter, or is a backslash itself. */
function meansAnything(code: number): boolean {
  return code === backslash || (code | 32) === 0x75 || (code | 32) === 0x78 || (code >= 48 && code <= 57);
}
