import { percent } from '../text/encodings.ts';

/** A name in front of a colon or an equals sign. */
export interface Name {
  readonly start: number;
  readonly plain: string;
  /** What stands in front of it. */
  readonly lead: string;
}

const nameLetter = /[\p{L}\p{M}\p{N}_$.%-]/u;
const longestName = 100;
const longestBlank = 16;

export function nameBefore(text: string, sign: number): Name | undefined {
  // `?=` and `+=` join a name with its value, too.
  let end = /[?+]/.test(text.charAt(sign - 1)) && text.charAt(sign) === '=' ? sign - 1 : sign;
  while (end > sign - longestBlank && /[ \t]/.test(text.charAt(end - 1))) end -= 1;
  const behind = end;
  // A type around it: `AnyHashable("pin")`.
  if (text.charAt(end - 1) === ')' && /["']/.test(text.charAt(end - 2))) end -= 1;
  while (/["'`\]\\]/.test(text.charAt(end - 1)) && end > behind - 9) end -= 1;
  let start = end;
  while (start > 0 && start > end - longestName && nameLetter.test(text.charAt(start - 1))) start -= 1;
  if (start === end) return undefined;
  const written = text.slice(start, end);
  const plain = written.includes('%') ? written.replaceAll(percent.escape, percent.meaning) : written;
  // Between quotes of its own it is not in those of a longer text.
  return { start, plain, lead: end < behind ? '' : text.charAt(start - 1) };
}

/** Whether a name stands in an address or a form. */
export function isInQuery(text: string, start: number, lead: string): boolean {
  return lead === '?' || lead === '&' || (lead === '#' && text.charAt(start - 2) !== ' ');
}

export function isAtLineStart(text: string, start: number): boolean {
  return /(?:^|[\r\n])[\s>*-]{0,8}$/.test(text.slice(Math.max(0, start - 9), start));
}
