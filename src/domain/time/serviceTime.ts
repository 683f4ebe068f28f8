import { WrittenNumber } from '../json/writtenNumber.ts';
import type { TimeProblem, TimeSpan } from './readIsoTime.ts';
import { isOfFourDigits, readCount, readTime } from './readTime.ts';

/** The span of a time in a session or a clause: of a text as `readTime` reads it, or of a number since 1970. */
export function readServiceTime(value: unknown): TimeSpan | undefined {
  if (typeof value === 'string') return known(readTime(value));
  if (typeof value !== 'number' && !(value instanceof WrittenNumber)) return undefined;
  // Digits that write a date do so without quotation marks, too.
  const span = known(readTime(String(value)));
  return span && span.precision !== 'year' ? span : known(readCount(Number(value)));
}

/** The instant at which a time of a session begins. The service writes times in UTC without a zone; a zone that is there is honoured. */
export function parseServiceTime(value: unknown): Date | undefined {
  const span = readServiceTime(value);
  return span && new Date(span.first);
}

function known(span: TimeSpan | TimeProblem): TimeSpan | undefined {
  return 'code' in span || !isOfFourDigits(span.first) ? undefined : span;
}
