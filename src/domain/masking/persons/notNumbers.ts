import type { Stretch } from '../text/stretch.ts';
import { digitsOf } from './digits.ts';

/** What is made of digits and is no person's: ids, dates, times, addresses of computers. */
const patterns = [
  // UUIDs.
  String.raw`(?<![\da-z])[\da-f]{8}[-_](?:[\da-f]{4}[-_]){3}[\da-f]{12}(?![\da-z])`,
  // Dates that begin with the year of any calendar, with a time or without; the time's zone.
  String.raw`(?<!\d)(?:19|20|1[3-8](?=\d\d([-/.])\d{1,2}\1\d{1,2}(?![-/.]?\d))|25)\d\d([-/.:]|\. )(?:0?[1-9]|1[0-2])\2(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:[T _-]\d\d[:.-]?\d\d(?!\d)(?:[:.-]\d\d(?:[.,]\d+)?)?)?(?:\s?[+-]\d\d:?\d\d(?!\d))?`,
  String.raw`(?<!\d)(?<!\d )(?:19|20)\d\d (?:0[1-9]|1[0-2]) (?:3[01]|[12]\d|0[1-9])(?!\d)(?! \d\d(?!\d)| \d{3,4}(?!\d))`,
  String.raw`(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[T_-]?(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:[.,]\d+)?(?:[+-]\d\d:?\d\d)?(?!\d)`,
  String.raw`(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T\d{4}(?!\d)`,
  // Dates that end with the year, day or month first.
  ...['-', '/', '[.]', '[.] ', ' '].map(
    (mark) =>
      String.raw`(?<!\d)(?<!\d${mark})(?:0?[1-9]|[12]\d|3[01])${mark}(?:0?[1-9]|[12]\d|3[01])${mark}(?:19|20|25)\d\d(?!\d)(?!${mark}\d{2})`,
  ),
  // Days without separators.
  String.raw`(?<!\d|(?<!\d)\+)(?<!\d[-/. ])(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d)(?!\d)(?![-/. ]\d{3})`,
  // Times and durations.
  String.raw`(?<!\d)\d{1,4}:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?!\d)(?:\s?[+-]\d\d:?\d\d(?!\d))?`,
  // Computers' addresses, with a port or a mask.
  String.raw`(?<![\d.])(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}(?![.\d])(?::\d{1,5}|\/\d{1,2})?(?!\d)`,
  String.raw`(?<![\d.])(?:[01]\d\d|2[0-4]\d|25[0-5])(?:\.(?:[01]\d\d|2[0-4]\d|25[0-5])){3}(?![.\d])`,
];
const notNumber = new RegExp(patterns.join('|'), 'gi');

/** Digits of other scripts, each as long as one of ASCII's. */
const otherDigit = /(?!\d)\p{Nd}/gu;

export function findNotNumbers(text: string): readonly Stretch[] {
  const plain = /[^\0-\x7F]/.test(text)
    ? text.replaceAll(otherDigit, (digit) => (digit.length === 1 ? digitsOf(digit) : digit))
    : text;
  return [...plain.matchAll(notNumber)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Seconds, milliseconds or microseconds since 1970, of the years since 2001. A number that begins so is longer or shorter in every country. */
export function isTimeSince1970(digits: string): boolean {
  return /^1(?:\d{9}|\d{12}|\d{15}|\d{18})$/.test(digits);
}

const unit =
  /^\s?(?:ms|msecs?|milliseconds?|s|secs?|seconds?|µs|ns|bytes?|[kmg]i?b|%|°|(?:colou?r|pixel|px|row|record|item|token|character|char|bit|event|request|cycle|vote|document|sample|node|inhabitant|session)s?)(?![\p{L}\p{N}])/iu;

/** Whether what follows a number says that it measures something. */
export function isMeasured(after: string): boolean {
  return unit.test(after);
}

const measure =
  /(?:^|_)(?:time|times|timestamp|ts|epoch|iat|nbf|exp|expir(?:es|y)(?:_(?:in|at))?|(?:created|updated|modified|started|ended|sent)(?:_?at)?|date|day|duration|elapsed|latency|delay|timeout|ms|msecs?|millis(?:econds)?|secs?|seconds|micros|nanos|ns|length|size|bytes|count|total|sum|offset|limit|amount|price|balance|lat|lng|lon|latitude|longitude|version|port|ttl|max_age)$/u;

/** Whether a field of this name measures something, and holds no person's number. */
export function isMeasure(name: string): boolean {
  const words = name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2').toLowerCase();
  return measure.test(words.replaceAll(/[^\p{L}\p{N}]+/gu, '_'));
}
