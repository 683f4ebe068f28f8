import type { FacetColumn } from './filterRows.ts';

/** A facet that is counted from a number of each row: an hour, a weekday, how long it took. */
export function bucketColumn(
  values: ArrayLike<number>,
  { length, texts, bucketOf }: { length: number; texts: readonly string[]; bucketOf: (value: number) => number },
): FacetColumn {
  const codes = new Uint8Array(length);
  // Code 0 is for what is no number.
  for (let row = 0; row < length; row += 1) {
    const value = values[row] ?? Number.NaN;
    codes[row] = Number.isNaN(value) ? 0 : bucketOf(value) + 1;
  }
  return { texts: ['', ...texts], ends: oneEach(length), codes, length };
}

function oneEach(length: number): Uint32Array {
  const ends = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) ends[row] = row + 1;
  return ends;
}

/** Where a duration belongs: seconds up to which each bucket goes, and beyond. */
const durationEnds = [10, 30, 60, 120, 300, 600];

/** The buckets of durations, shortest first: `-10` is below ten seconds, `600-` ten minutes and more. */
export const durationBuckets: readonly string[] = [
  ...durationEnds.map((end, index) => `${durationEnds[index - 1] ?? ''}-${end}`),
  `${durationEnds.at(-1)}-`,
];

export function durationBucketOf(ms: number): number {
  const bucket = durationEnds.findIndex((end) => ms < end * 1000);
  return bucket < 0 ? durationEnds.length : bucket;
}

export const hours: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** Monday first. */
export const weekdays: readonly string[] = ['1', '2', '3', '4', '5', '6', '7'];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The hour of an instant on the clock that is so far ahead of UTC. */
export function hourOf(ms: number, offset: number): number {
  return Math.floor(modulo(ms + offset, dayMs) / hourMs);
}

export function weekdayOf(ms: number, offset: number): number {
  // 1 January 1970 was a Thursday.
  return modulo(Math.floor((ms + offset) / dayMs) + 3, 7);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
