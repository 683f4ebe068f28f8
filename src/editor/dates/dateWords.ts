import * as vscode from 'vscode';
import type { DateRange } from '../../domain/time/dates.ts';
import { countDays, splitIntoWindows } from '../../domain/time/dates.ts';
import { zonedTime, zoneName } from '../../domain/time/zonedTime.ts';
import type { ZoneChoice } from '../../host/settings.ts';

/** An instant to the minute with its zone, such as `2026-11-16 00:00 UTC`. */
export function instantWords(date: Date, zone: ZoneChoice): string {
  return `${zonedTime(date, zone).slice(0, 16)} ${zoneName(date, zone)}`;
}

/** How long a range is, and in how many requests at least it is asked for when one does not do. */
export function lengthWords(range: DateRange): string {
  const days = countDays(range);
  const windows = splitIntoWindows(range).length;
  // One day is one window.
  if (windows > 1) return vscode.l10n.t('{0} days, {1} windows', days, windows);
  return days === 1 ? vscode.l10n.t('1 day') : vscode.l10n.t('{0} days', days);
}
