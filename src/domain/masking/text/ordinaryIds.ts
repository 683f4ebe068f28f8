import type { LetterCodes } from './letterCodes.ts';

const zero = 48;
const nine = 57;
const dash = 45;
const colon = 58;

/** Ids and times, which most strings with digits are; an id that is letters in hexadecimal is none. */
export const ordinary =
  /^(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.Z:+-]*|(?=\d*[a-f])(?!(?:[2-7][\da-f])+$)(?:[\da-f]{24}|[\da-f]{32}))$/;

/** Whether most of what is `ordinary` stands from `start` to `end`, told without cutting it out. */
export function isOrdinaryAt(codes: LetterCodes, start: number, end: number): boolean {
  const length = end - start;
  if (length === 36) return isUuid(codes, start);
  if (length === 24 || length === 32) return isHexId(codes, start, end);
  return length === 26 && isTime(codes, start, end);
}

function isUuid(codes: LetterCodes, start: number): boolean {
  for (let at = 0; at < 36; at += 1) {
    const code = codes[start + at] as number;
    const isDash = at === 8 || at === 13 || at === 18 || at === 23;
    if (isDash ? code !== dash : !isDigit(code) && !isHexLetter(code)) return false;
  }
  return true;
}

function isHexId(codes: LetterCodes, start: number, end: number): boolean {
  let hasLetter = false;
  let mayBeText = true;
  for (let at = start; at < end; at += 1) {
    const code = codes[at] as number;
    if (isHexLetter(code)) hasLetter = true;
    else if (!isDigit(code)) return false;
    // The first half of a letter of ASCII.
    if ((at - start) % 2 === 0 && (code < zero + 2 || code > zero + 7)) mayBeText = false;
  }
  return hasLetter && !mayBeText;
}

/** `2026-05-31T12:00:00.000000`, as the service writes it. */
function isTime(codes: LetterCodes, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const place = at - start;
    const code = codes[at] as number;
    if (place === 4 || place === 7) {
      if (code !== dash) return false;
    } else if (place === 10) {
      if (code !== 84 && code !== 32) return false;
    } else if (place === 13 || place === 16) {
      if (code !== colon) return false;
    } else if (place === 19) {
      if (code !== 46) return false;
    } else if (!isDigit(code)) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

function isHexLetter(code: number): boolean {
  return code >= 97 && code <= 102;
}
