import { asRecord } from '../../json/looseValues.ts';
import { compareCodePoints } from '../../text/compareCodePoints.ts';
import type { Token } from '../../tokens/fieldTokens.ts';
import type { FieldReader } from '../reading/sessionReader.ts';
import type { AggregationResult, Collector, MakeCollector } from './collector.ts';
import { Bucket } from './collector.ts';
import type { AggregatedField } from './fieldValues.ts';
import { different, keyOf, tokensOf } from './fieldValues.ts';
import type { Included } from './readIncluded.ts';
import { isIncluded } from './readIncluded.ts';

/** What decides which buckets come first: their count, their key, or a measure within them, by its path. */
export interface BucketOrder {
  readonly by: '_count' | '_key' | MeasureOrder;
  readonly direction: 'asc' | 'desc';
}

interface MeasureOrder {
  /** Where it is in the results of a bucket. */
  readonly path: readonly string[];
  /** What it is where there is nothing to measure. What is no number comes last, in either direction. */
  readonly empty: number;
}

export interface TermsOptions {
  readonly field: AggregatedField;
  readonly size: number;
  readonly least: number;
  readonly included: Included;
  /** Whether each bucket says by how much its count may be wrong: by nothing. */
  readonly showsErrors: boolean;
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
    const { field, within, included } = this.#options;
    for (const token of different(tokensOf(reader, field))) {
      if (!isIncluded(token, included)) continue;
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
    const { field, size, least, order, showsErrors } = this.#options;
    const all = [...this.#buckets]
      .filter(([, { count }]) => count >= least)
      .map(([token, bucket]) => ({ token, result: bucket.result() }))
      .sort((a, b) => compareBuckets(a, b, order));
    return {
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: all.slice(size).reduce((sum, { result }) => sum + Number(result.doc_count), 0),
      buckets: all
        .slice(0, size)
        .map(({ token, result }) => ({ ...keyOf(field.kind, token), ...(showsErrors ? noError : {}), ...result })),
    };
  }
}

/** What is counted here is exact. */
export const noError = { doc_count_error_upper_bound: 0 } as const;

interface Made {
  readonly token: Token;
  readonly result: AggregationResult;
}

/** Which of two buckets comes first: by their order, then by their key. */
export function compareBuckets(a: Made, b: Made, order: readonly BucketOrder[]): number {
  for (const one of order) {
    const difference = compareBy(a, b, one);
    if (difference !== 0) return difference;
  }
  return compareTokens(a.token, b.token);
}

function compareBy(a: Made, b: Made, { by, direction }: BucketOrder): number {
  const sign = direction === 'asc' ? 1 : -1;
  if (by === '_key') return sign * compareTokens(a.token, b.token);
  const [left, right] = [numberBy(a.result, by), numberBy(b.result, by)];
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  return left === right ? 0 : left < right ? -sign : sign;
}

function numberBy(result: AggregationResult, by: '_count' | MeasureOrder): number {
  if (by === '_count') return Number(result.doc_count);
  let at: unknown = result;
  for (const name of by.path) at = asRecord(at)[name];
  return typeof at === 'number' ? at : by.empty;
}

/** Numbers by size, texts by their code points, as an index holds them. */
function compareTokens(a: Token, b: Token): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareCodePoints(String(a), String(b));
}
