import { extendedForm } from './otherTimeForms.ts';
import type { TimeProblem, TimeSpan } from './readIsoTime.ts';
import { readIsoTime } from './readIsoTime.ts';

const count = /^\s*[+-]?\d{5,}(?:\.\d+)?\s*$/;
/** Days, and times to the minute or the second, without anything between their parts. */
const digitsOfDate = /^\s*(?:\d{7,8}|\d{12}|\d{14})\s*$/;
const [earliest, latest] = [-62_167_219_200_000, 253_402_300_799_999];
const smallestCount = 1e7;
const units = [
  { below: 1e11, micros: 1e6 },
  { below: 1e14, micros: 1e3 },
  { below: 1e17, micros: 1 },
  { below: 1e20, micros: 1e-3 },
];
const none = { code: 'badDate', offset: 0 } as const;

/**
 * The span of a time in any form that is taken here, by page, index and queries alike: ISO 8601 in all of its forms, as mail and
 * programs write times, and counts since 1970.
 */
export function readTime(text: string): TimeSpan | TimeProblem {
  if (!count.test(text)) return readWritten(text);
  const date = digitsOfDate.test(text) ? readWritten(text) : none;
  return 'code' in date && (date.code === 'badDate' || text.trim().length > 8) ? readCount(Number(text)) : date;
}

function readWritten(text: string): TimeSpan | TimeProblem {
  const iso = readIsoTime(text);
  const form = 'code' in iso && iso.code === 'badDate' ? extendedForm(text) : undefined;
  const span = form === undefined ? iso : readIsoTime(form);
  return 'code' in span && form !== undefined ? { ...span, offset: 0 } : span;
}

/**
 * The instant of a count since 1970. The service's index counts milliseconds; programs also count seconds, microseconds and nanoseconds, which
 * as milliseconds would lie before there were sessions, or thousands of years ahead. What is smaller than a count of a year's seconds counts
 * something else.
 */
export function readCount(value: number): TimeSpan | TimeProblem {
  const unit = units.find(({ below }) => Math.abs(value) < below);
  if (!unit || Math.abs(value) < smallestCount) return none;
  const first = Math.trunc(Math.round(value * unit.micros) / 1000);
  const isWhole = unit.micros === 1e6 && Number.isInteger(value);
  return { first, last: first + (isWhole ? 999 : 0), precision: isWhole ? 'second' : 'fraction', zoned: true };
}

/** Whether an instant lies in the years that four digits write, which is how the service is asked. */
export function isOfFourDigits(instant: number): boolean {
  return instant >= earliest && instant <= latest;
}
