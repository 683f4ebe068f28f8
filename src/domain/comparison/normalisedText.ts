import { isRecord } from '../json/looseValues.ts';
import { parseLeniently } from '../session/steps.ts';

/** JSON within a string that is nested deeper than this stays a string. */
const deepest = 100;

/**
 * JSON text in a form that two of a kind can be laid beside each other in: keys in order, JSON within strings as JSON, a line for each
 * value. Text that is no JSON, or is nested deeper than can be written, is returned as it is.
 */
export function normalisedText(text: string): string {
  try {
    return `${JSON.stringify(normalise(JSON.parse(text)), null, 2)}\n`;
  } catch {
    return text;
  }
}

/** A payload in the same form; one that is no JSON as it is. */
export function normalisedPayload(payload: unknown): { readonly text: string; readonly json: boolean } {
  if (payload === undefined || payload === null) return { text: '', json: false };
  const value = parseLeniently(payload);
  if (typeof value === 'string') return { text: value, json: false };
  return { text: normalisedText(typeof payload === 'string' ? payload : JSON.stringify(payload)), json: true };
}

function normalise(value: unknown): unknown {
  if (typeof value === 'string') {
    const parsed = parseLeniently(value);
    return typeof parsed === 'string' || isDeeper(parsed, deepest) ? value : normalise(parsed);
  }
  if (Array.isArray(value)) return value.map(normalise);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, normalise(value[key])]),
  );
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
