import type { ShownZone } from './shownZone.ts';
import { knownZone } from './shownZone.ts';

/** An instant as `2026-11-16 09:30:05` in a zone. A zone that is not known is read as UTC. */
export function zonedTime(date: Date, zone: ShownZone): string {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
}

/** Reads the day of instants in a zone, as `2026-11-16`: for lists, as what tells days is made once. */
export function daysIn(zone: ShownZone): (date: Date) => string {
  // The English of Canada writes days as ISO does.
  const { timeZone } = formatter(zone).resolvedOptions();
  const days = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (date) => days.format(date);
}

/** What to call a zone beside a time: `UTC`, or its distance from it at that instant, such as `UTC+02:00`. */
export function zoneName(date: Date, zone: ShownZone): string {
  const { timeZone } = formatter(zone).resolvedOptions();
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(date);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return `UTC${/[+-](?!00:00).+$/u.exec(offset)?.[0] ?? ''}`;
}

/** An instant with its zone: `2026-11-16 09:30:05 UTC`. */
export function timeWithZone(date: Date, zone: ShownZone): string {
  return `${zonedTime(date, zone)} ${zoneName(date, zone)}`;
}

/** A duration as people say it: `850 ms`, `27 s`, `3 min 05 s`, `1 h 02 min`. */
export function durationText(ms: number): string {
  const whole = Math.round(ms);
  if (whole < 1000) return `${whole} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${two(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

function formatter(zone: ShownZone): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  const known = knownZone(zone) ?? 'utc';
  return new Intl.DateTimeFormat('en', known === 'local' ? options : { ...options, timeZone: known });
}
