import type { Token } from '../../tokens/fieldTokens.ts';
import type { FieldReader } from '../reading/sessionReader.ts';
import type { AggregationResult, Collector, MakeCollector } from './collector.ts';
import { Bucket } from './collector.ts';
import type { AggregatedField } from './fieldValues.ts';
import { different, keyOf, tokensOf } from './fieldValues.ts';

/** What decides which buckets come first: their count, their key, or a measure within them, by its path. */
export interface BucketOrder {
  readonly by: '_count' | '_key' | readonly string[];
  readonly direction: 'asc' | 'desc';
}

export interface TermsOptions {
  readonly field: AggregatedField;
  readonly size: number;
  readonly least: number;
  readonly order: readonly BucketOrder[];
  readonly within: MakeCollector;
}

/** A bucket for each value: a session counts once in each of its different values. */
export class TermsBuckets implements Collector {
  readonly #options: TermsOptions;
  readonly #buckets = new Map<Token, Bucket>();

  constructor(options: TermsOptions) {
    this.#options = options;
  }

  collect(reader: FieldReader): void {
    const { field, within } = this.#options;
    for (const token of different(tokensOf(reader, field))) {
      let bucket = this.#buckets.get(token);
      if (!bucket) {
        bucket = new Bucket(within);
        this.#buckets.set(token, bucket);
      }
      bucket.collect(reader);
    }
  }

  /** `sum_other_doc_count` says how many are in buckets that `size` cut off. */
  result(): AggregationResult {
    const { field, size, least, order } = this.#options;
    const all = [...this.#buckets]
      .filter(([, { count }]) => count >= least)
      .map(([token, bucket]) => ({ token, result: bucket.result() }))
      .sort((a, b) => compareBuckets(a, b, order));
    return {
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: all.slice(size).reduce((sum, { result }) => sum + Number(result.doc_count), 0),
      buckets: all.slice(0, size).map(({ token, result }) => ({ ...keyOf(field.kind, token), ...result })),
    };
  }
}

interface Made {
  readonly token: Token;
  readonly result: AggregationResult;
}

/** Which of two buckets comes first: by their order, then by their key. */
export function compareBuckets(a: Made, b: Made, order: readonly BucketOrder[]): number {
  for (const { by, direction } of order) {
    const difference = compareBy(a, b, by);
    if (difference !== 0) return direction === 'asc' ? difference : -difference;
  }
  return compareTokens(a.token, b.token);
}

function compareBy(a: Made, b: Made, by: BucketOrder['by']): number {
  if (by === '_key') return compareTokens(a.token, b.token);
  if (by === '_count') return Number(a.result.doc_count) - Number(b.result.doc_count);
  return measureAt(a.result, by) - measureAt(b.result, by);
}

/** A measure within a bucket. One that has no value comes as the least. */
function measureAt(result: AggregationResult, path: readonly string[]): number {
  let at: unknown = result;
  for (const name of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined;
  return typeof at === 'number' ? at : -Number.MAX_VALUE;
}

/** Numbers by size, texts by their code points, as an index holds them. */
function compareTokens(a: Token, b: Token): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
