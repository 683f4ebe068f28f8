import { endOfString, endOfWord, isBlank, letters } from './jsonTokens.ts';

/** What is nested deeper stands in one line: its indentation would be most of the text. */
export const formattedLevels = 100;

/**
 * A JSON text with a line for each value. Only blanks change, and escapes that a string does not need: the same keys in the same order, and
 * numbers digit by digit.
 */
export function formatJson(text: string): string {
  let formatted = '';
  let depth = 0;
  const newLine = (): string => (depth > formattedLevels ? '' : `\n${'  '.repeat(depth)}`);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    let end = at + 1;
    if (code === letters.openObject || code === letters.openList) {
      end = afterBlanks(text, end);
      const next = text.charCodeAt(end);
      if (next === letters.closeObject || next === letters.closeList) {
        formatted += code === letters.openList ? '[]' : '{}';
        end++;
      } else {
        depth++;
        formatted += (code === letters.openList ? '[' : '{') + newLine();
      }
    } else if (code === letters.closeObject || code === letters.closeList) {
      // The last of the levels that stand in one line does not end it.
      const line = depth > formattedLevels;
      depth--;
      formatted += (line ? '' : newLine()) + (code === letters.closeList ? ']' : '}');
    } else if (code === letters.comma) formatted += `,${newLine()}`;
    else if (code === letters.colon) formatted += depth > formattedLevels ? ':' : ': ';
    else if (code === letters.quote) {
      end = endOfString(text, at);
      formatted += readable(text.slice(at, end));
    } else if (!isBlank(code)) {
      end = endOfWord(text, at);
      formatted += text.slice(at, end);
    }
    at = end;
  }
  return formatted;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function readable(string: string): string {
  return string.includes('\\') ? JSON.stringify(JSON.parse(string)) : string;
}
