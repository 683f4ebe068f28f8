import { bucketColumn, durationBucketOf, durationBuckets, hourOf, hours, weekdayOf, weekdays } from './bucketColumn.ts';
import type { FacetColumn } from './filterRows.ts';

/** Starts and durations of rows, in milliseconds; NaN where there is none. */
export interface RowNumbers {
  readonly length: number;
  readonly start: ArrayLike<number>;
  readonly duration: ArrayLike<number>;
  /** How far ahead of UTC the clock is by which starts are shown. */
  readonly offset: (ms: number) => number;
}

/** The facets that are counted from numbers of each row, by name. */
export function numberFacets({ length, start, duration, offset }: RowNumbers): ReadonlyMap<string, FacetColumn> {
  return new Map([
    ['duration', bucketColumn(duration, { length, texts: durationBuckets, bucketOf: durationBucketOf })],
    ['hour', bucketColumn(start, { length, texts: hours, bucketOf: (ms) => hourOf(ms, offset(ms)) })],
    ['weekday', bucketColumn(start, { length, texts: weekdays, bucketOf: (ms) => weekdayOf(ms, offset(ms)) })],
  ]);
}
