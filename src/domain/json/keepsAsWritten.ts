import { endOfString, endOfWord, letters } from './jsonTokens.ts';
import { isIndex } from './writtenEntries.ts';

/** Whether `value`, as `JSON.parse` read it from `text`, holds all that is written there: every digit, and every key in its place. */
export function keepsAsWritten(text: string, value: unknown): boolean {
  const keys = countWrittenKeys(text);
  // A repeated key is written more often than it is held.
  return keys !== undefined && keys === countKeys(value);
}

/** How many keys are written; undefined as soon as a number or a key is met that `JSON.parse` does not keep. */
function countWrittenKeys(text: string): number | undefined {
  let keys = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === letters.quote) {
      const end = endOfString(text, at);
      if (mayBeIndex(text, at, end) && isIndex(text.slice(at + 1, end - 1))) return undefined;
      at = end;
    } else if (isNumberStart(code)) {
      const end = endOfWord(text, at);
      if (!isPlain(text, at, end)) return undefined;
      at = end;
    } else {
      if (code === letters.colon) keys++;
      at++;
    }
  }
  return keys;
}

function mayBeIndex(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start + 1);
  return first >= letters.zero && first <= letters.nine && /^\s*:/.test(text.slice(end, end + 50));
}

function isNumberStart(code: number): boolean {
  return (code >= letters.zero && code <= letters.nine) || code === letters.minus;
}

/** Whole numbers of fifteen digits are certain; of others it is tried. */
function isPlain(text: string, start: number, end: number): boolean {
  if (end - start <= 15) {
    let at = start;
    while (at < end && text.charCodeAt(at) >= letters.zero && text.charCodeAt(at) <= letters.nine) at++;
    if (at === end) return true;
  }
  const written = text.slice(start, end);
  return String(Number(written)) === written;
}

function countKeys(root: unknown): number {
  const waiting: unknown[] = [root];
  let keys = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object' && item !== null) waiting.push(item);
    } else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) {
        keys++;
        if (typeof item === 'object' && item !== null) waiting.push(item);
      }
    }
  }
  return keys;
}
