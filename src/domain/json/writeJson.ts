import { formatJson, formattedLevels } from './formatJson.ts';
import { entriesKept, entriesOf } from './writtenEntries.ts';
import { WrittenNumber } from './writtenNumber.ts';

/** Deeper than this `JSON.stringify` may exhaust the stack. */
const deepest = 500;

/** A value as JSON, in one line, as it was written where `parseJson` read it. Values may be nested as deep as they like. */
export function writeJson(value: unknown): string {
  return isPlain(value, deepest) ? (JSON.stringify(value) ?? 'null') : write(value);
}

/** The same with a line for each value (see `formatJson`). */
export function writeReadably(value: unknown): string {
  return isPlain(value, formattedLevels) ? (JSON.stringify(value, null, 2) ?? 'null') : formatJson(write(value));
}

/** Whether `JSON.stringify` writes the value as it was written. */
function isPlain(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0 || value instanceof WrittenNumber || entriesKept(value)) return false;
  const held = Array.isArray(value) ? value : Object.values(value);
  for (const item of held) if (!isPlain(item, levels - 1)) return false;
  return true;
}

/** What is still to be written: a piece of text, or a value. */
type Waiting = { readonly text: string } | { readonly value: unknown };

function write(root: unknown): string {
  const pieces: string[] = [];
  const waiting: Waiting[] = [{ value: root }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('text' in next) pieces.push(next.text);
    else if (next.value instanceof WrittenNumber) pieces.push(next.value.text);
    else if (typeof next.value !== 'object' || next.value === null) pieces.push(JSON.stringify(next.value) ?? 'null');
    else for (const part of inner(next.value).reverse()) waiting.push(part);
  }
  return pieces.join('');
}

function inner(value: object): Waiting[] {
  const isList = Array.isArray(value);
  const parts: Waiting[] = [{ text: isList ? '[' : '{' }];
  const put = (lead: string, item: unknown): void => {
    parts.push({ text: `${parts.length > 1 ? ',' : ''}${lead}` }, { value: item });
  };
  if (isList) for (const item of value) put('', item);
  // As in JSON.stringify, what is undefined is not there.
  else for (const [key, item] of entriesOf(value)) if (item !== undefined) put(`${JSON.stringify(key)}:`, item);
  parts.push({ text: isList ? ']' : '}' });
  return parts;
}
