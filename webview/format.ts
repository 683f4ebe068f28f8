import { phrases, stepNames, words } from './words.ts';

export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1).replace(/\.0$/u, '')} s`;
  const seconds = Math.round(milliseconds / 1_000);
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3_600);
  return hours > 0 ? `${hours} h ${minutes} min ${rest} s` : `${minutes} min ${rest} s`;
}

export function formatSize(characters: number): string {
  if (characters < 1_000) return phrases.characters(characters);
  return characters < 1_000_000 ? `${(characters / 1_000).toFixed(1)} kB` : `${(characters / 1_000_000).toFixed(1)} MB`;
}

/** A step's type as people read it: known names, and any other as it is with `_` as a space. */
export function stepName(type: string | undefined): string {
  if (type === undefined) return words.noType;
  return stepNames.get(type) ?? type.replaceAll('_', ' ');
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

/** What to show of a payload: its text, whether it was JSON, and the value if so. */
export interface Shown {
  readonly text: string;
  readonly value?: unknown;
}

export function showPayload(payload: unknown): Shown {
  if (payload === undefined || payload === null) return { text: '' };
  if (typeof payload !== 'string') return { text: JSON.stringify(payload, null, 2), value: payload };
  const first = payload.trimStart()[0];
  if (first !== '{' && first !== '[') return { text: payload };
  try {
    const value: unknown = JSON.parse(payload);
    return { text: JSON.stringify(value, null, 2), value };
  } catch {
    return { text: payload };
  }
}
