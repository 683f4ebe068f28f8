import { isRecord } from '../json/looseValues.ts';
import { parseJson } from '../json/parseJson.ts';
import { writeReadably } from '../json/writeJson.ts';
import { entriesOf, recordOf } from '../json/writtenEntries.ts';
import { parseLeniently } from '../session/steps.ts';

/** What is nested deeper, JSON within strings included, stays as it is. */
const deepest = 100;

/**
 * JSON text in a form that two of a kind can be laid beside each other in: keys in order, JSON within strings as JSON, a line for each
 * value. Text that is no JSON is returned as it is.
 */
export function normalisedText(text: string): string {
  try {
    return normalisedValue(parseJson(text));
  } catch {
    return text;
  }
}

/** A value as text in the same form. */
function normalisedValue(value: unknown): string {
  return `${writeReadably(normalise(value, deepest))}\n`;
}

/** A payload in the same form; one that is no JSON as it is. */
export function normalisedPayload(payload: unknown): { readonly text: string; readonly json: boolean } {
  if (payload === undefined || payload === null) return { text: '', json: false };
  const value = parseLeniently(payload);
  return typeof value === 'string' ? { text: value, json: false } : { text: normalisedValue(value), json: true };
}

function normalise(value: unknown, levels: number): unknown {
  if (levels === 0) return value;
  if (typeof value === 'string') {
    const parsed = parseLeniently(value);
    return typeof parsed === 'string' ? value : normalise(parsed, levels);
  }
  if (Array.isArray(value)) return value.map((item) => normalise(item, levels - 1));
  if (!isRecord(value)) return value;
  return recordOf(
    entriesOf(value)
      .map(([key, item]) => [key, normalise(item, levels - 1)] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}
