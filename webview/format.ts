import { asNumber } from '../src/domain/looseValues.ts';
import { parseServiceTime } from '../src/domain/session.ts';
import type { SessionFact } from '../src/domain/sessionFacts.ts';
import type { Step } from '../src/domain/steps.ts';
import { parseLeniently } from '../src/domain/steps.ts';
import { knownStepName, phrases, words } from './words.ts';

export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1_000).toFixed(1).replace(/\.0$/u, '')} s`;
  const seconds = Math.round(milliseconds / 1_000);
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3_600);
  return hours > 0 ? `${hours} h ${minutes} min ${rest} s` : `${minutes} min ${rest} s`;
}

/** A fact's value with what it is measured in: a time of the service is in UTC, and does not say so. */
export function formatFact({ value, kind, unit }: Pick<SessionFact, 'value' | 'kind' | 'unit'>): string {
  if (kind === 'date') return parseServiceTime(value) && !hasZone.test(value) ? `${value} UTC` : value;
  const number = asNumber(value);
  if (unit !== 'milliseconds' || number === undefined) return value;
  return number < 1_000 ? `${value} ms` : `${formatDuration(number)} (${value} ms)`;
}

const hasZone = /(?:Z|[+-]\d{2}:?\d{2})\s*$/iu;

export function formatSize(characters: number): string {
  if (characters < 1_000) return phrases.characters(characters);
  return characters < 1_000_000 ? `${(characters / 1_000).toFixed(1)} kB` : `${(characters / 1_000_000).toFixed(1)} MB`;
}

/** What tells a step from others of its type, on one line: what was said, or what was called. */
export function aboutStep({ spoken, userInput, url }: Pick<Step, 'spoken' | 'userInput' | 'url'>): string {
  return spoken ?? userInput ?? (url === undefined ? '' : pathFirst(url));
}

/** An address with its path before its host: where it is cut short, the path tells calls apart. Other texts as they are. */
function pathFirst(url: string): string {
  const [, host = url, path = ''] = /^https?:\/\/([^/?#]+)(.*)$/isu.exec(url) ?? [];
  return path.length > 1 ? `${path} · ${host}` : host;
}

/** A step's type as people read it: known names, and any other as it is with `_` as a space. */
export function stepName(type: string | undefined): string {
  if (type === undefined) return words.noType;
  return knownStepName(type) ?? type.replaceAll('_', ' ');
}

export function stepIcon(type: string | undefined): string {
  return stepIcons.get(type ?? '') ?? 'circle-outline';
}

const stepIcons = new Map([
  ['start', 'play-circle'],
  ['speak', 'comment'],
  ['param_completion', 'person'],
  ['webhook', 'globe'],
  ['end_call', 'call-outgoing'],
]);

/** What to show of a payload: its text, and the value if it is JSON. */
export interface Shown {
  readonly text: string;
  readonly value?: unknown;
}

const shownTexts = new Map<string, Shown>();
const mostShown = 40;

/** A payload as people read it. The same text gives the same value, so that what shows it can tell. */
export function showPayload(payload: unknown): Shown {
  if (payload === undefined || payload === null) return { text: '' };
  if (typeof payload !== 'string') return { text: prettyJson(payload) ?? '', value: payload };
  const known = shownTexts.get(payload);
  if (known) return known;
  const value = parseLeniently(payload);
  const shown = value === payload ? { text: payload } : { text: prettyJson(value) ?? payload, value };
  shownTexts.set(payload, shown);
  for (const oldest of shownTexts.keys()) {
    if (shownTexts.size <= mostShown) break;
    shownTexts.delete(oldest);
  }
  return shown;
}

/** Undefined for a value that is nested too deeply to be written. */
function prettyJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return undefined;
  }
}
