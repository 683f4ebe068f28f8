import * as vscode from 'vscode';
import type { DateRange } from '../domain/dates.ts';
import { countDays, splitIntoWindows } from '../domain/dates.ts';
import type { ZoneChoice } from '../host/settings.ts';

/** An instant to the minute with its zone, such as `2026-11-16 00:00 UTC`. */
export function instantWords(date: Date, zone: ZoneChoice): string {
  const timeZone = knownZone(zone);
  // Swedish writes dates as ISO 8601 does.
  const words = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(date);
  return `${words} ${offsetWords(date, timeZone)}`;
}

/** The name of a zone as `Intl` takes it; undefined stands for the machine's. A name that is none counts as UTC. */
function knownZone(zone: ZoneChoice): string | undefined {
  if (zone === 'local') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** How long a range is, and in how many requests at least it is asked for when one does not do. */
export function lengthWords(range: DateRange): string {
  const days = countDays(range);
  const windows = splitIntoWindows(range).length;
  const dayWords = days === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', days);
  return windows === 1 ? dayWords : vscode.l10n.t('{0}, {1} windows', dayWords, windows);
}

/** `UTC`, or the distance from it, such as `UTC+02:00`. */
function offsetWords(date: Date, timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(date);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `UTC${/[+-](?!00:00).+$/u.exec(offset)?.[0] ?? ''}`;
}
