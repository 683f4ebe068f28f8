/** The stretch of time that a text names, both ends included, in milliseconds of UTC. */
export interface TimeSpan {
  readonly first: number;
  readonly last: number;
  /** The finest part that the text gives. */
  readonly precision: TimePart;
  /** Whether the text says its zone itself. */
  readonly zoned: boolean;
}

export type TimePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction';

/** Why a text is no time. `offset` is where it goes wrong; `nearest` is the text with the day that was probably meant. */
export type TimeProblem =
  | { readonly code: 'badDate'; readonly offset: number }
  | { readonly code: 'impossibleDate'; readonly offset: number; readonly nearest?: string };

const isoTime =
  /^\s*(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:[Tt ](?<hour>\d{2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?)?)?\s*(?<zone>[Zz]|(?:UTC)?[+-]\d{2}(?::?\d{2})?|UTC)?)?)?\s*$/;

const parts = ['year', 'month', 'day', 'hour', 'minute', 'second', 'fraction'] as const;
const places = { month: 5, day: 8, hour: 11, minute: 14, second: 17 } as const;
const lengths = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1000, fraction: 1 } as const;

/**
 * Reads a time of ISO 8601 as everything here does: the page, the index, queries. Parts from the right may be missing and then stand
 * for all that they could be. No zone means UTC, whatever the zone of this machine. What is finer than a millisecond is cut off.
 * 24:00 is the midnight that ends a day, a leap second the last instant before it; days that no calendar has and times that no clock has are refused.
 */
export function readIsoTime(text: string): TimeSpan | TimeProblem {
  const found = isoTime.exec(text);
  if (!found?.groups) return { code: 'badDate', offset: 0 };
  const { year = '', month = '01', day = '01', hour, minute, second, fraction, zone } = found.groups;
  const start = text.length - text.trimStart().length;
  const impossible = (part: keyof typeof places) => ({ code: 'impossibleDate', offset: start + places[part] }) as const;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const [h, min, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  if (m < 1 || m > 12) return impossible('month');
  const lastDay = daysInMonth(y, m - 1);
  if (d < 1 || d > lastDay) {
    const problem = impossible('day');
    const nearest = String(d < 1 ? 1 : lastDay).padStart(2, '0');
    return { ...problem, nearest: `${text.slice(0, problem.offset)}${nearest}${text.slice(problem.offset + 2)}` };
  }
  const endOfDay = h === 24 && min === 0 && s === 0 && Number(fraction ?? 0) === 0;
  if (h > 23 && !endOfDay) return impossible('hour');
  if (min > 59) return impossible('minute');
  if (s > 60) return impossible('second');
  const shift = zone === undefined ? 0 : zoneMinutes(zone);
  if (shift === undefined) return { code: 'impossibleDate', offset: text.trimEnd().length - (zone?.length ?? 0) };
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  const leaps = s === 60;
  date.setUTCHours(h, min - shift, leaps ? 59 : s, leaps ? 999 : Number((fraction ?? '').slice(0, 3).padEnd(3, '0')));
  const first = date.getTime();
  if (leaps && !endsMonth(first)) return impossible('second');
  const precision = leaps ? 'fraction' : (parts.findLast((part) => found.groups?.[part] !== undefined) ?? 'year');
  return { first, last: first + lengthOf(precision, y, m - 1) - 1, precision, zoned: zone !== undefined };
}

/** Whether a time is given by its day or less, so that it stands for whole days. */
export function isWholeDays({ precision }: TimeSpan): boolean {
  return precision === 'day' || !namesDay({ precision });
}

/** Whether the day is given, not only a month or a year. */
export function namesDay({ precision }: Pick<TimeSpan, 'precision'>): boolean {
  return precision !== 'year' && precision !== 'month';
}

/** Seconds are put in at the end of a month of UTC alone. */
function endsMonth(instant: number): boolean {
  const next = new Date(instant + 1);
  return (
    next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0 && next.getUTCSeconds() === 0
  );
}

/** `month` counts from 0. */
export function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month + 1, 0);
  return date.getUTCDate();
}

function lengthOf(precision: TimePart, year: number, month: number): number {
  if (precision === 'year') return (365 + (daysInMonth(year, 1) - 28)) * lengths.day;
  if (precision === 'month') return daysInMonth(year, month) * lengths.day;
  return lengths[precision];
}

/** Java, which the service's index is written in, knows distances from UTC of up to 18 hours. */
function zoneMinutes(zone: string): number | undefined {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const distance = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || distance > 18 * 60) return undefined;
  return sign === '-' ? -distance : distance;
}
