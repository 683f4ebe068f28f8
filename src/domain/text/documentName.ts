import { nameDirections } from './directions.ts';
import { isVisible, nameInvisible } from './invisible.ts';
import { wellFormed } from './wellFormed.ts';

/** Longer than any tab shows. */
const longest = 200;

/**
 * A name from outside as that of a document, which tabs and lists of files show as it is: one line and one segment, in which nothing turns the
 * writing direction. Its end says what the document is, and stays.
 */
export function documentName(name: string): string {
  const line = nameInvisible(nameDirections(wellFormed(name)))
    .replaceAll(/[\\/]+/gu, '-')
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  const letters = [...line];
  const cut =
    letters.length <= longest ? line : `${letters.slice(0, longest - 20).join('')}…${letters.slice(-19).join('')}`;
  return isVisible(cut) ? cut : '-';
}
