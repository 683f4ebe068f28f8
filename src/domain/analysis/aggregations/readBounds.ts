import type { LooseRecord } from '../../json/looseValues.ts';
import type { ZoneClock } from '../../time/calendar.ts';
import { parseDateExpression, resolveDate } from '../../time/parseDate.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readNumberAt, readObject } from '../reading/readValues.ts';

/** From where to where the buckets of a histogram go; an end that is not given is open. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface HistogramBounds {
  /** Empty buckets are filled in as far as this. */
  readonly extended?: Bounds;
  /** What lies before, or from its end on, is in no bucket. */
  readonly hard?: Bounds;
}

type ReadBound = (written: unknown, reading: Reading) => number | undefined;

/** `extended_bounds` and `hard_bounds` of a histogram; undefined, with the problem noted, where they are none. */
export function readBounds(options: LooseRecord, read: ReadBound, reading: Reading): HistogramBounds | undefined {
  const [extended, hard] = (['extended_bounds', 'hard_bounds'] as const).map((name) =>
    options[name] === undefined ? {} : boundsOf(options[name], read, reading.at(name)),
  );
  if (!extended || !hard) return undefined;
  const isOutside = before(hard.max, extended.max) || before(extended.min, hard.min);
  return isOutside ? reading.at('extended_bounds').wrong('boundsOutside') : { extended, hard };
}

function boundsOf(written: unknown, read: ReadBound, reading: Reading): Bounds | undefined {
  const options = readObject(written, ['min', 'max'], reading);
  if (!options) return undefined;
  const ends = (['min', 'max'] as const).flatMap((name) => {
    const end = options[name];
    return end === undefined || end === null ? [] : [[name, read(end, reading.at(name))] as const];
  });
  if (ends.some(([, end]) => end === undefined)) return undefined;
  const bounds: Bounds = Object.fromEntries(ends);
  return before(bounds.max, bounds.min) ? reading.wrong('boundsCrossed') : bounds;
}

function before(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one < other;
}

export const readNumberBound: ReadBound = readNumberAt;

/** An instant in milliseconds, a date, or date math: without a zone of its own, by the clocks of the histogram's. */
export function readTimeBound(clock: ZoneClock): ReadBound {
  return (written, reading) => {
    if (typeof written === 'number') return written;
    const text = String(written);
    const expression = parseDateExpression(text);
    if (typeof written !== 'string' || 'code' in expression) return reading.wrong('badDate', { what: text });
    const [anchor = ''] = text.split('||');
    const isInstant = /T.*(?:Z|[+-]\d{2}:?\d{2})\s*$/u.test(anchor);
    const now = new Date(clock.toLocal(reading.now.getTime()));
    const date = resolveDate(expression, now, 'from');
    if (!(date instanceof Date)) return reading.wrong('badDate', { what: text });
    return isInstant ? date.getTime() : clock.fromLocal(date.getTime(), date.getTime());
  };
}
