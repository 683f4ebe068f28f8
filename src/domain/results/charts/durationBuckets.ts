/** A span of durations, and how many rows took so long. */
export interface DurationBucket {
  readonly from: number;
  /** Where the next one begins; the last one has no end. */
  readonly to: number;
  readonly total: number;
}

export interface Durations {
  readonly buckets: readonly DurationBucket[];
  /** Half of the rows took no longer, and 95 of 100. Undefined where no row has a duration. */
  readonly p50: number | undefined;
  readonly p95: number | undefined;
  /** Rows whose duration the service did not measure. */
  readonly without: number;
}

const second = 1000;
const steps = [0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200].map((seconds) => seconds * second);
const mostBuckets = 30;

/** Rows by how long they took: spans up to what nearly all of them took, and one for all that took longer. */
export function durationBuckets(values: ArrayLike<number>, rows: ArrayLike<number>): Durations {
  const known = new Float64Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const ms = values[rows[at] ?? 0] ?? Number.NaN;
    if (Number.isNaN(ms) || ms < 0) continue;
    known[count] = ms;
    count += 1;
  }
  const sorted = known.subarray(0, count).sort();
  const without = rows.length - count;
  if (count === 0) return { buckets: [], p50: undefined, p95: undefined, without };
  // A single call of hours must not press all others into one bar.
  const reach = percentileOf(sorted, 99);
  const step =
    steps.find((length) => reach / length < mostBuckets) ?? Math.ceil(reach / mostBuckets / 3_600_000) * 3_600_000;
  const last = Math.floor(reach / step);
  const totals = new Array<number>(last + 1).fill(0);
  for (const ms of sorted) {
    const bucket = Math.min(last, Math.floor(ms / step));
    totals[bucket] = (totals[bucket] ?? 0) + 1;
  }
  const isOpen = (sorted.at(-1) ?? 0) >= (last + 1) * step;
  const buckets = totals.map((total, index) => ({
    from: index * step,
    to: index === last && isOpen ? Number.POSITIVE_INFINITY : (index + 1) * step,
    total,
  }));
  return { buckets, p50: percentileOf(sorted, 50), p95: percentileOf(sorted, 95), without };
}

/** As aggregations have it: between the two nearest, where no value stands there itself. */
export function percentileOf(sorted: Float64Array, percent: number): number {
  const rank = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? 0;
  return below + (above - below) * (rank - Math.floor(rank));
}
