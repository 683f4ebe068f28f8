import type { Stretch } from '../text/stretch.ts';

/** How a document begins whose quotes are escaped: it is decoded first. */
export const isEscaped = /^[\s{[(]*(?:\\+(?:"|u0022|x22)|&(?:amp;)*(?:quot|#34|#x22);)/i;

/** How a document begins that is worth a look: with a string, maybe in other brackets. */
const begin = /[[{]\s{0,20}(?:[[{(]\s{0,20}){0,8}["']/g;
/** A mark of a document: brackets, quotes with what is escaped in them, ends of lines. */
const mark = /["'[\](){}\n]|\\./g;

/** So often a text is gone through at most, whatever begins in it and does not end. */
const mostRounds = 8;

/** A document within a text; one that `isCutOff` goes to the text's end. */
export interface DocumentWithin extends Stretch {
  readonly isCutOff: boolean;
}

/**
 * The documents that stand within a text, in order: `Subject: [["pin","4321"]]`. Of those that do not end, the first is told, for it may be
 * cut off.
 */
export function findDocuments(text: string): readonly DocumentWithin[] {
  const found: DocumentWithin[] = [];
  let steps = mostRounds * text.length;
  let cutOff: DocumentWithin | undefined;
  let at = 0;
  while (steps > 0) {
    begin.lastIndex = at;
    const start = begin.exec(text)?.index;
    if (start === undefined) break;
    const { end, isDocument } = endOfDocument(text, start);
    if (isDocument) found.push({ start, end, isCutOff: false });
    else if (end === text.length) cutOff ??= { start, end, isCutOff: true };
    steps -= end - start;
    at = isDocument ? end : start + 1;
  }
  return cutOff === undefined ? found : [...found, cutOff];
}

/** Where a document that begins at `start` ends, or where it turns out to be none. */
function endOfDocument(text: string, start: number): { readonly end: number; readonly isDocument: boolean } {
  let depth = 0;
  let quote = '';
  mark.lastIndex = start;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [letter] = found;
    if (quote !== '') {
      if (letter === quote) quote = '';
      // No string goes on below its line.
      else if (letter === '\n') return { end: mark.lastIndex, isDocument: false };
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (/[[{(]/.test(letter)) depth += 1;
    else if (/[\])}]/.test(letter)) depth -= 1;
    if (depth === 0) return { end: mark.lastIndex, isDocument: true };
  }
  return { end: text.length, isDocument: false };
}

/** A text with blanks in place of its documents. */
export function blankedOut(text: string, documents: readonly DocumentWithin[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of documents) {
    rest += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}

/** Those that end. */
export function wholeDocuments(text: string): readonly DocumentWithin[] {
  return findDocuments(text).filter(({ isCutOff }) => !isCutOff);
}
