import { endOfString, endOfWord, letters } from './jsonTokens.ts';
import { parseJson } from './parseJson.ts';

/** What may stand between two documents: blanks and line ends of any kind, commas, byte order marks, and the mark of RFC 7464. */
const separators = ' \t\r\n,\u001e\ufeff\u0085\u2028\u2029';

/** The values of a text that holds JSON documents behind each other, or where it goes wrong. */
export type JsonDocuments =
  | { readonly values: readonly unknown[] }
  | {
      /** The line, from 1, on which what is no JSON begins. */
      readonly line: number;
      readonly error: unknown;
    };

/** The values of JSON documents that follow each other, one on each line or however else they are kept apart (see `parseJson`). */
export function jsonDocuments(text: string): JsonDocuments {
  const values: unknown[] = [];
  for (let at = afterSeparators(text, 0); at < text.length; ) {
    const end = endOfDocument(text, at);
    try {
      values.push(parseJson(text.slice(at, end)));
    } catch (error) {
      return { line: lineAt(text, at), error };
    }
    at = afterSeparators(text, end);
  }
  return { values };
}

function afterSeparators(text: string, start: number): number {
  let at = start;
  while (at < text.length && separators.includes(text.charAt(at))) at++;
  return at;
}

/** Where the document that begins at `start` ends, if it is one; at the text's end where it is left open. */
function endOfDocument(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === letters.quote) at = endOfString(text, at);
    else if (code === letters.openObject || code === letters.openList) {
      depth++;
      at++;
    } else if (code === letters.closeObject || code === letters.closeList) {
      depth--;
      at++;
    } else if (depth === 0) return endOfWord(text, start);
    else at++;
    if (depth <= 0) return at;
  }
  return text.length;
}

function lineAt(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
