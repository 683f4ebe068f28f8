import type { FieldReader } from '../reading/sessionReader.ts';
import type { AggregationResult, Collector, MakeCollector } from './collector.ts';
import { Bucket } from './collector.ts';
import { different } from './fieldValues.ts';
import { keyedBuckets } from './keyedBuckets.ts';
import type { Bounds, HistogramBounds } from './readBounds.ts';

/** Where the buckets of a histogram begin. */
export interface Steps {
  /** The start of the bucket that a value lies in. */
  readonly startOf: (value: number) => number;
  readonly next: (start: number) => number;
  /** The start of the bucket that a bound names: an offset moves it along. */
  readonly startOfBound: (bound: number) => number;
  /** Whether a bucket is shown within hard bounds: from the first on, and before the last. */
  readonly isWithin: (start: number, bounds: Bounds) => boolean;
  /** How a bucket is named. */
  readonly keyOf: (start: number) => { readonly key: number; readonly key_as_string?: string };
}

interface HistogramOptions {
  readonly numbers: (reader: FieldReader) => readonly number[];
  readonly steps: Steps;
  /** Buckets with fewer sessions are left out; with 0, those between the first and the last are filled in. */
  readonly least: number;
  readonly bounds: HistogramBounds;
  /** Whether the buckets are an object by their keys. */
  readonly isKeyed: boolean;
  readonly within: MakeCollector;
}

/** So many buckets are filled in at most, as in Elasticsearch: a histogram with more of them is shown with its gaps. */
const mostBuckets = 65_536;

/** A bucket for each stretch of numbers or of time. */
export class HistogramBuckets implements Collector {
  readonly #options: HistogramOptions;
  readonly #buckets = new Map<number, Bucket>();

  constructor(options: HistogramOptions) {
    this.#options = options;
  }

  collect(reader: FieldReader): void {
    const { numbers, steps, bounds, within } = this.#options;
    for (const start of different(numbers(reader).map(steps.startOf))) {
      if (bounds.hard && !steps.isWithin(start, bounds.hard)) continue;
      let bucket = this.#buckets.get(start);
      if (!bucket) {
        bucket = new Bucket(within);
        this.#buckets.set(start, bucket);
      }
      bucket.collect(reader);
    }
  }

  result(): AggregationResult {
    const { steps, least, within, isKeyed, bounds } = this.#options;
    const found = [...this.#buckets.keys()].sort((a, b) => a - b);
    const starts = least === 0 ? (filled(found, steps, bounds.extended) ?? found) : found;
    const buckets = starts.map((start) => ({ start, bucket: this.#buckets.get(start) ?? new Bucket(within) }));
    const shown = buckets
      .filter(({ bucket }) => bucket.count >= least)
      .map(({ start, bucket }) => ({ ...steps.keyOf(start), ...bucket.result() }));
    return { buckets: isKeyed ? keyedBuckets(shown) : shown };
  }
}

/** All starts from the first to the last, or from one bound to the other; undefined when there are too many. */
function filled(
  found: readonly number[],
  { next, startOfBound }: Steps,
  { min, max }: Bounds = {},
): readonly number[] | undefined {
  const firsts = [found[0], min === undefined ? undefined : startOfBound(min)].filter((one) => one !== undefined);
  const lasts = [found.at(-1), max === undefined ? undefined : startOfBound(max)].filter((one) => one !== undefined);
  if (firsts.length === 0 || lasts.length === 0) return found;
  const [first, last] = [Math.min(...firsts), Math.max(...lasts)];
  const starts: number[] = [];
  for (let start = first; start <= last; start = next(start)) {
    starts.push(start);
    if (starts.length > mostBuckets) return undefined;
  }
  return starts;
}
