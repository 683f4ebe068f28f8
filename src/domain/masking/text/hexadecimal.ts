import type { Stretch } from './stretch.ts';

/** A letter of UTF-8 in hexadecimal: one of ASCII that is printed or breaks a line, or one of two to four bytes. */
const letter =
  '(?:[2-7][\\da-f]|0[9ad]|[cd][\\da-f][89ab][\\da-f]|e[\\da-f](?:[89ab][\\da-f]){2}|f[0-4](?:[89ab][\\da-f]){3})';
/** What programs write in front of a byte, and between two. */
const prefix = String.raw`(?:0x|\\x)?`;
const run = new RegExp(
  String.raw`(?<![\da-z])${prefix}${letter}(?:(?:, ?|[ :;-])?${prefix}${letter}){6,}(?![\da-z])`,
  'i',
);
const runs = new RegExp(run, 'gi');

/** Whether a text has one byte in hexadecimal after the other, also one that is written as JSON writes it. */
export function mayHoldHexadecimal(text: string): boolean {
  return run.test(text) || (text.includes('x') && escapedRun.test(text));
}

/** Its backslash is written twice there. */
const escapedRun = /\\\\x[2-7][\da-f]/i;

/** The texts that are written in hexadecimal within a text, each with where that stands. Ids, hashes and addresses say none. */
export function findHexadecimal(text: string): readonly (Stretch & { readonly said: string })[] {
  // Most texts have none, and are told so faster.
  if (!run.test(text)) return [];
  return [...text.matchAll(runs)].flatMap(({ 0: written, index }) => {
    const said = decodeHexadecimal(written);
    return said === undefined ? [] : [{ said, start: index, end: index + written.length }];
  });
}

function decodeHexadecimal(written: string): string | undefined {
  const digits = written.replaceAll(/0x|\\x/gi, '').replaceAll(/[^\da-f]/gi, '');
  try {
    return decodeURIComponent(digits.replaceAll(/../g, '%$&'));
  } catch {
    // No UTF-8 after all.
    return undefined;
  }
}
