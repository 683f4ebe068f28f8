import { daysInMonth } from './readIsoTime.ts';
import { readServiceTime } from './serviceTime.ts';

const [hyphen, colon, dot, zero, bigT] = [0x2d, 0x3a, 0x2e, 0x30, 0x54];
const secondsLength = 'YYYY-MM-DDTHH:MM:SS'.length;

/**
 * The instant of a time in the form in which the service writes it, `2026-11-16T09:30:05.123456`: nearly all times are, by hundreds of
 * thousands. Undefined for every other form, and for what may be no day or no time.
 */
export function plainTime(text: string): number | undefined {
  if (text.length < secondsLength || text.length > secondsLength + 10) return undefined;
  const isFormed =
    text.charCodeAt(4) === hyphen &&
    text.charCodeAt(7) === hyphen &&
    text.charCodeAt(10) === bigT &&
    text.charCodeAt(13) === colon &&
    text.charCodeAt(16) === colon;
  if (!isFormed) return undefined;
  const year = number(text, 0, 4);
  const month = number(text, 5, 2);
  const day = number(text, 8, 2);
  const hour = number(text, 11, 2);
  const minute = number(text, 14, 2);
  const second = number(text, 17, 2);
  const ms = text.length === secondsLength ? 0 : milliseconds(text);
  // NaN passes none of it.
  const isSure =
    year >= 1000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= (day <= 28 ? 28 : daysInMonth(year, month - 1)) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    ms <= 999;
  return isSure ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : undefined;
}

/** Digits as a number; NaN where anything else stands. */
function number(text: string, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** What is finer is cut off. */
function milliseconds(text: string): number {
  const digits = text.length - secondsLength - 1;
  if (text.charCodeAt(secondsLength) !== dot || digits < 3) return Number.NaN;
  return Number.isNaN(number(text, secondsLength + 1, digits)) ? Number.NaN : number(text, secondsLength + 1, 3);
}

/** The instant at which a time of a session begins, as `parseServiceTime` reads it: for who reads hundreds of thousands. */
export function instantOf(value: unknown): number | undefined {
  const plain = typeof value === 'string' ? plainTime(value) : undefined;
  return plain ?? readServiceTime(value)?.first;
}
