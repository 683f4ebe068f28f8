import type { ZoneClock } from './calendar.ts';
import { isoInZone, isoText } from './calendar.ts';

/** Writes an instant as the clocks of a zone show it. */
export type DateFormat = (instant: number, clock: ZoneClock) => string;

const named: Readonly<Record<string, string>> = {
  date: 'yyyy-MM-dd',
  strict_date: 'yyyy-MM-dd',
  basic_date: 'yyyyMMdd',
  year: 'yyyy',
  strict_year: 'yyyy',
  year_month: 'yyyy-MM',
  strict_year_month: 'yyyy-MM',
  year_month_day: 'yyyy-MM-dd',
  strict_year_month_day: 'yyyy-MM-dd',
  hour: 'HH',
  hour_minute: 'HH:mm',
  hour_minute_second: 'HH:mm:ss',
  date_hour: "yyyy-MM-dd'T'HH",
  date_hour_minute: "yyyy-MM-dd'T'HH:mm",
  date_hour_minute_second: "yyyy-MM-dd'T'HH:mm:ss",
};

const whole: Readonly<Record<string, DateFormat>> = {
  ...Object.fromEntries(
    ['date_time', 'date_optional_time'].flatMap((name) => [
      [name, isoInZone],
      [`strict_${name}`, isoInZone],
    ]),
  ),
  epoch_millis: (instant) => String(instant),
  epoch_second: (instant) => String(Math.floor(instant / 1000)),
};

/** Where in `2026-11-16T09:05:07.123` the letters of a pattern are found. */
const parts: Readonly<Record<string, readonly [from: number, to: number, mayBeShort: boolean]>> = {
  y: [0, 4, false],
  u: [0, 4, false],
  M: [5, 7, true],
  d: [8, 10, true],
  H: [11, 13, true],
  m: [14, 16, true],
  s: [17, 19, true],
  S: [20, 23, false],
};

/** A format of dates as Elasticsearch writes it: a name, or a pattern of digits; the first of several. Undefined for names of months and other letters. */
export function readDateFormat(written: string): DateFormat | undefined {
  const [first = ''] = written.split('||');
  if (Object.hasOwn(whole, first)) return whole[first];
  const pattern = Object.hasOwn(named, first) ? (named[first] ?? first) : first;
  const pieces = [...pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']/gu)];
  if (pieces.length === 0 || pieces.map(([piece]) => piece).join('') !== pattern) return undefined;
  const writers = pieces.map(([piece, quoted, letter]) => {
    if (quoted !== undefined) return () => (quoted === '' ? "'" : quoted.replaceAll("''", "'"));
    return letter === undefined ? () => piece : writerOf(letter, piece.length);
  });
  const known = writers.filter((writer) => writer !== undefined);
  return known.length === writers.length
    ? (instant, clock) => known.map((writer) => writer(instant, clock)).join('')
    : undefined;
}

function writerOf(letter: string, count: number): DateFormat | undefined {
  if (letter === 'X' && count === 3)
    return (instant, clock) => /(?:Z|[+-]\d\d:\d\d)$/u.exec(isoInZone(instant, clock))?.[0] ?? '';
  const part = Object.hasOwn(parts, letter) ? parts[letter] : undefined;
  if (!part) return undefined;
  const [from, to, mayBeShort] = part;
  const isWhole = count === to - from;
  if (!isWhole && !(mayBeShort && count === 1)) return undefined;
  return (instant, clock) => {
    const digits = isoText(clock.toLocal(instant)).slice(from, to);
    return isWhole ? digits : String(Number(digits));
  };
}
