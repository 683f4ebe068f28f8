import type { FieldReader } from '../reading/sessionReader.ts';
import type { AggregationResult, Collector, MakeCollector } from './collector.ts';
import { Bucket } from './collector.ts';
import { different } from './fieldValues.ts';

/** Where the buckets of a histogram begin. */
export interface Steps {
  /** The start of the bucket that a value lies in. */
  readonly startOf: (value: number) => number;
  readonly next: (start: number) => number;
  /** How a bucket is named. */
  readonly keyOf: (start: number) => { readonly key: number; readonly key_as_string?: string };
}

interface HistogramOptions {
  readonly numbers: (reader: FieldReader) => readonly number[];
  readonly steps: Steps;
  /** Buckets with fewer sessions are left out; with 0, those between the first and the last are filled in. */
  readonly least: number;
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
    const { numbers, steps, within } = this.#options;
    for (const start of different(numbers(reader).map(steps.startOf))) {
      let bucket = this.#buckets.get(start);
      if (!bucket) {
        bucket = new Bucket(within);
        this.#buckets.set(start, bucket);
      }
      bucket.collect(reader);
    }
  }

  result(): AggregationResult {
    const { steps, least, within } = this.#options;
    const found = [...this.#buckets.keys()].sort((a, b) => a - b);
    const starts = least === 0 ? (filled(found, steps.next) ?? found) : found;
    const buckets = starts.map((start) => ({ start, bucket: this.#buckets.get(start) ?? new Bucket(within) }));
    return {
      buckets: buckets
        .filter(({ bucket }) => bucket.count >= least)
        .map(({ start, bucket }) => ({ ...steps.keyOf(start), ...bucket.result() })),
    };
  }
}

/** All starts from the first to the last; undefined when there are too many. */
function filled(found: readonly number[], next: Steps['next']): readonly number[] | undefined {
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return found;
  const starts: number[] = [];
  for (let start = first; start <= last; start = next(start)) {
    starts.push(start);
    if (starts.length > mostBuckets) return undefined;
  }
  return starts;
}
