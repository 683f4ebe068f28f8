import { formatJson } from '../../src/domain/json/formatJson.ts';
import { writeReadably } from '../../src/domain/json/writeJson.ts';
import { parseLeniently } from '../../src/domain/session/steps.ts';

/** What to show of a payload: its text, and the value if it is JSON. */
export interface Shown {
  readonly text: string;
  readonly value?: unknown;
}

const shownTexts = new Map<string, Shown>();
const mostShown = 40;

/** A payload as people read it: JSON laid out, and otherwise as it was recorded. The same text gives the same value, so that what shows it can tell. */
export function showPayload(payload: unknown): Shown {
  if (payload === undefined || payload === null) return { text: '' };
  if (typeof payload !== 'string') return { text: writeReadably(payload), value: payload };
  const known = shownTexts.get(payload);
  if (known) return known;
  const value = parseLeniently(payload);
  const shown = value === payload ? { text: payload } : { text: formatJson(payload), value };
  shownTexts.set(payload, shown);
  for (const oldest of shownTexts.keys()) {
    if (shownTexts.size <= mostShown) break;
    shownTexts.delete(oldest);
  }
  return shown;
}
