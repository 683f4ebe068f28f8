import type { AggregationResult } from './collector.ts';
import { decimalKey } from './numberKeys.ts';

/** Buckets as an object by their keys, which is how `keyed` asks for them. */
export function keyedBuckets(buckets: readonly AggregationResult[]): AggregationResult {
  return Object.fromEntries(
    buckets.map((bucket) => {
      const { key, key_as_string: text, ...others } = bucket;
      // A range is named by its key alone.
      if (typeof key !== 'number') return [String(key), others];
      return [typeof text === 'string' ? text : decimalKey(key), bucket];
    }),
  );
}
