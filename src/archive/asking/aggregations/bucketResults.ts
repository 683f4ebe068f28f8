import type { AggregationResult } from '../../../domain/analysis/aggregations/collector.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asList, asRecord } from '../../../domain/json/looseValues.ts';
import type { AskedAggregation, Level } from './askedAggregation.ts';

/** An aggregation of one bucket. */
export function oneBucket(body: LooseRecord, within: Level): AskedAggregation {
  return { body: { ...body, ...innerOf(within) }, read: (answer) => bucketOf(answer, within) };
}

/** An aggregation of buckets in a list, each with a key of its own. */
export function bucketList(
  body: LooseRecord,
  within: Level,
  keyIn: (bucket: LooseRecord) => LooseRecord,
): AskedAggregation {
  return { body: { ...body, ...innerOf(within) }, read: (answer) => listResult(answer, within, keyIn) };
}

export function listResult(
  answer: LooseRecord,
  within: Level,
  keyIn: (bucket: LooseRecord) => LooseRecord,
): AggregationResult | undefined {
  const all = asList(answer.buckets)
    .map(asRecord)
    .map((bucket) => {
      const read = bucketOf(bucket, within);
      return read && { ...keyIn(bucket), ...read };
    });
  return all.every((bucket) => bucket !== undefined) ? { buckets: all } : undefined;
}

export function bucketOf(bucket: LooseRecord, within: Level): AggregationResult | undefined {
  const inner = within.read(bucket);
  return inner && { doc_count: bucket.doc_count ?? 0, ...inner };
}

/** Results by their names; undefined where one of them is. */
export function together(
  results: readonly (readonly [string, AggregationResult | undefined])[],
): AggregationResult | undefined {
  return results.some(([, result]) => result === undefined) ? undefined : Object.fromEntries(results);
}

/** What is asked within each bucket. */
export function innerOf({ body }: Level): LooseRecord {
  return Object.keys(body).length > 0 ? { aggs: body } : {};
}
