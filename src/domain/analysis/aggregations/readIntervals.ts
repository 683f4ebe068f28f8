import type { LooseRecord } from '../../json/looseValues.ts';
import type { CalendarUnit } from '../../time/calendar.ts';
import { isoInZone, nextUnit, startOfUnit, ZoneClock } from '../../time/calendar.ts';
import type { DateFormat } from '../../time/dateFormat.ts';
import { readDateFormat } from '../../time/dateFormat.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readNumberAt, readText } from '../reading/readValues.ts';
import type { Steps } from './histogramBuckets.ts';
import type { Bounds } from './readBounds.ts';

const calendarUnits: Readonly<Record<string, CalendarUnit>> = {
  ...{
    minute: 'minute',
    '1m': 'minute',
    hour: 'hour',
    '1h': 'hour',
    day: 'day',
    '1d': 'day',
    week: 'week',
    '1w': 'week',
  },
  ...{ month: 'month', '1M': 'month', quarter: 'quarter', '1q': 'quarter', year: 'year', '1y': 'year' },
};

const fixedUnits: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The steps of `histogram`: `interval` long, from 0 or from `offset`. */
export function readNumberSteps(body: LooseRecord, reading: Reading): Steps | undefined {
  if (body.interval === undefined) return reading.wrong('missingKey', { what: 'interval' });
  const interval = readNumberAt(body.interval, reading.at('interval'));
  const offset = body.offset === undefined ? 0 : readNumberAt(body.offset, reading.at('offset'));
  if (interval === undefined || offset === undefined) return undefined;
  if (!(interval > 0)) return reading.at('interval').wrong('badInterval', { what: String(body.interval) });
  const stepOf = (value: number): number => Math.floor((value - offset) / interval);
  // Made in one way only, so that the same bucket is the same number.
  const startAt = (step: number): number => step * interval + offset;
  return {
    startOf: (value) => startAt(stepOf(value)),
    next: (start) => startAt(Math.round((start - offset) / interval) + 1),
    startOfBound: (bound) => startAt(stepOf(bound)),
    // Bounds stand where they are written, and the buckets where they would without an offset.
    isWithin: (start, bounds) => isBetween(Math.round((start - offset) / interval) * interval, bounds),
    keyOf: (start) => ({ key: start }),
  };
}

/** The steps of `date_histogram`: units of the calendar, or stretches of a fixed length, by the clocks of a time zone. */
export function readTimeSteps(body: LooseRecord, clock: ZoneClock, reading: Reading): Steps | undefined {
  const format = readFormat(body.format, reading.at('format'));
  const offset = body.offset === undefined ? 0 : readOffset(body.offset, reading.at('offset'));
  if (!format || offset === undefined) return undefined;
  const { calendar_interval: calendar, fixed_interval: fixed } = body;
  // Of an old `interval` it has been told already.
  if (calendar === undefined && fixed === undefined && body.interval !== undefined) return undefined;
  if ((calendar === undefined) === (fixed === undefined))
    return reading.wrong(fixed === undefined ? 'expectedOne' : 'onlyOne', {
      expected: ['calendar_interval', 'fixed_interval'],
    });
  const [floor, ceiling] = (calendar === undefined ? readFixed(fixed, reading) : readCalendar(calendar, reading)) ?? [];
  if (!floor || !ceiling) return undefined;
  const startOf = (instant: number): number =>
    clock.fromLocal(floor(clock.toLocal(instant - offset)), instant) + offset;
  const startWithout = (bound: number): number => clock.fromLocal(floor(clock.toLocal(bound)), bound);
  return {
    startOf,
    startOfBound: (bound) => startWithout(bound) + offset,
    // Here it is the other way round.
    isWithin: (start, { min, max }) =>
      isBetween(start, {
        ...(min === undefined ? {} : { min: startWithout(min) }),
        ...(max === undefined ? {} : { max: startWithout(max) }),
      }),
    // Where an hour comes twice, its second bucket follows the first.
    next: (start) => {
      const local = clock.toLocal(start - offset);
      const soonest = startOf(start + ceiling(local) - local);
      return soonest > start ? soonest : clock.fromLocal(ceiling(local), start) + offset;
    },
    keyOf: (start) => ({ key: start, key_as_string: format(start, clock) }),
  };
}

/** The start of the step that a local time lies in, and the start of the step after one that starts at a local time. */
type LocalSteps = readonly [floor: (local: number) => number, ceiling: (start: number) => number];

function readCalendar(written: unknown, reading: Reading): LocalSteps | undefined {
  const at = reading.at('calendar_interval');
  const name = readText(written, at);
  if (name === undefined) return undefined;
  const unit = Object.hasOwn(calendarUnits, name) ? calendarUnits[name] : undefined;
  if (!unit) return at.wrong('badInterval', { what: name, expected: ['hour', 'day', 'week', 'month', 'year'] });
  return [(local) => startOfUnit(local, unit), (start) => nextUnit(start, unit)];
}

function readFixed(written: unknown, reading: Reading): LocalSteps | undefined {
  const at = reading.at('fixed_interval');
  const text = readText(written, at);
  const length = text === undefined ? undefined : readLength(text, at);
  if (length === undefined) return undefined;
  return [(local) => Math.floor(local / length) * length, (start) => start + length];
}

function readFormat(written: unknown, reading: Reading): DateFormat | undefined {
  if (written === undefined) return isoInZone;
  const name = readText(written, reading);
  return name === undefined ? undefined : (readDateFormat(name) ?? reading.wrong('badDateFormat', { what: name }));
}

/** The clocks of a time zone; those of UTC where none is named. */
export function readClock(zone: unknown, reading: Reading): ZoneClock | undefined {
  if (zone === undefined) return new ZoneClock('+00:00');
  const name = readText(zone, reading);
  if (name === undefined) return undefined;
  try {
    return new ZoneClock(name);
  } catch {
    return reading.wrong('badTimeZone', { what: name });
  }
}

function readLength(text: string, reading: Reading): number | undefined {
  const [, count, unit = ''] = /^(\d{1,9})(ms|[smhd])$/u.exec(text) ?? [];
  const length = Number(count) * (fixedUnits[unit] ?? Number.NaN);
  return length > 0 ? length : reading.wrong('badInterval', { what: text, expected: ['30m', '12h', '7d'] });
}

function readOffset(written: unknown, reading: Reading): number | undefined {
  const text = readText(written, reading);
  if (text === undefined) return undefined;
  const length = readLength(text.replace(/^[+-]/u, ''), reading);
  return length === undefined ? undefined : text.startsWith('-') ? -length : length;
}

function isBetween(value: number, { min, max }: Bounds): boolean {
  return (min === undefined || value >= min) && (max === undefined || value < max);
}
