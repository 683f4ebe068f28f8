import { WrittenNumber } from '../json/writtenNumber.ts';
import type { TimeSpan } from './readIsoTime.ts';
import { readIsoTime } from './readIsoTime.ts';

const epochMilliseconds = /^\s*-?\d{5,}\s*$/;
/** What a date can hold. */
const furthest = 8_640_000_000_000_000;

/** The span of a time in a session or a clause, as the service's index reads it: ISO 8601, or a count of milliseconds since 1970. */
export function readServiceTime(value: unknown): TimeSpan | undefined {
  if (typeof value === 'string' && !epochMilliseconds.test(value)) {
    const span = readIsoTime(value);
    return 'code' in span ? undefined : span;
  }
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof WrittenNumber)) return undefined;
  const time = Math.trunc(Number(value));
  return Math.abs(time) <= furthest ? { first: time, last: time, precision: 'fraction', zoned: true } : undefined;
}

/** The instant at which a time of a session begins. The service writes times in UTC without a zone; a zone that is there is honoured. */
export function parseServiceTime(value: unknown): Date | undefined {
  const span = readServiceTime(value);
  return span && new Date(span.first);
}
