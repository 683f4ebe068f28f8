const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a bucket may be; each divides a day, or is days. */
const steps = [1, 5, 15, 30]
  .map((count) => count * minute)
  .concat(
    [1, 3, 6, 12].map((count) => count * hour),
    [1, 2, 7, 14, 28, 91, 364].map((count) => count * day),
  );

/** The most bars that are told apart. */
const mostBuckets = 60;

export interface TimesToCount {
  /** The start of each row, in milliseconds; NaN where there is none. */
  readonly values: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
  /** Which of the kinds a row is of, from 0. */
  readonly kindOf: (row: number) => number;
  readonly kinds: number;
  /** How far the clock of the shown zone is ahead of UTC. */
  readonly offset: (ms: number) => number;
}

/** A span of time, and how many rows of each kind start in it. */
export interface TimeBucket {
  readonly from: number;
  /** Where the next one begins. */
  readonly to: number;
  readonly counts: readonly number[];
  readonly total: number;
}

export interface TimeBuckets {
  readonly step: number;
  /** From the first that has any to the last, those between that have none too. */
  readonly buckets: readonly TimeBucket[];
  /** Rows without a start. */
  readonly without: number;
}

/** Rows over time, in at most sixty spans that begin when the clock of the zone is round. */
export function timeBuckets({ values, rows, kindOf, kinds, offset }: TimesToCount): TimeBuckets {
  let [first, last, without] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const ms = values[rows[at] ?? 0] ?? Number.NaN;
    if (Number.isNaN(ms)) {
      without += 1;
      continue;
    }
    first = Math.min(first, ms);
    last = Math.max(last, ms);
  }
  if (first > last) return { step: hour, buckets: [], without };
  const onClock = (ms: number): number => ms + offset(ms);
  const bucketOf = (ms: number, step: number): number => Math.floor(onClock(ms) / step);
  const step =
    steps.find((length) => bucketOf(last, length) - bucketOf(first, length) < mostBuckets) ??
    Math.ceil((last - first) / (mostBuckets - 1) / day) * day;
  const start = bucketOf(first, step);
  const counts = Array.from({ length: bucketOf(last, step) - start + 1 }, () => new Array<number>(kinds).fill(0));
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const ms = values[row] ?? Number.NaN;
    const bucket = Number.isNaN(ms) ? undefined : counts[bucketOf(ms, step) - start];
    const kind = kindOf(row);
    if (bucket) bucket[kind] = (bucket[kind] ?? 0) + 1;
  }
  const instant = (clock: number): number => instantOf(clock, offset);
  const buckets = counts.map((each, index) => ({
    from: instant((start + index) * step),
    to: instant((start + index + 1) * step),
    counts: each,
    total: each.reduce((sum, count) => sum + count, 0),
  }));
  return { step, buckets, without };
}

/** When a clock shows a time. */
function instantOf(clock: number, offset: (ms: number) => number): number {
  const near = clock - offset(clock);
  return clock - offset(near);
}
