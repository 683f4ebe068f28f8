import * as vscode from 'vscode';
import type { DateRange } from '../domain/dates.ts';
import { countDays, splitIntoWindows } from '../domain/dates.ts';

/** The zone of the setting `insights.timeZone`. */
export type ShownZone = 'utc' | 'local';

/** An instant to the minute with its zone, such as `2026-11-16 00:00 UTC`. */
export function instantWords(date: Date, zone: ShownZone): string {
  // Swedish writes dates as ISO 8601 does.
  const parts = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    ...(zone === 'utc' ? { timeZone: 'UTC' } : {}),
  });
  return `${parts.format(date)} ${zone === 'utc' ? 'UTC' : offsetWords(date)}`;
}

/** How long a range is, and in how many requests at least it is asked for when one does not do. */
export function lengthWords(range: DateRange): string {
  const days = countDays(range);
  const windows = splitIntoWindows(range).length;
  const dayWords = days === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', days);
  return windows === 1 ? dayWords : vscode.l10n.t('{0}, {1} windows', dayWords, windows);
}

function offsetWords(date: Date): string {
  const minutes = -date.getTimezoneOffset();
  if (minutes === 0) return 'UTC';
  const pad = (number: number): string => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
