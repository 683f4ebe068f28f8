import type { Stretch } from './stretch.ts';

/** Letters that are all escaped by their codes: in octal, as shells write them, or in hexadecimal, as style sheets do. */
const run = /(?:\\(?:[\da-f]{2,6}) ?){6,}/gi;
const octal = /^(?:\\[0-3]?[0-7]{2})+$/;

/** The texts that are written so within a text; one that may be read in both ways is told in both. */
export function findEscapedCodes(text: string): readonly (Stretch & { readonly said: string })[] {
  return [...text.matchAll(run)].flatMap(({ 0: written, index }) =>
    [16, ...(octal.test(written) ? [8] : [])].map((base) => ({
      said: written.replaceAll(/\\([\da-f]+) ?/gi, (_, code: string) => letterOf(Number.parseInt(code, base))),
      start: index,
      end: index + written.length,
    })),
  );
}

function letterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
