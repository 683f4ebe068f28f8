import type { AggregationResult } from '../../../domain/analysis/aggregations/collector.ts';
import { keyOf } from '../../../domain/analysis/aggregations/fieldValues.ts';
import { readIncluded } from '../../../domain/analysis/aggregations/readIncluded.ts';
import { readOrder } from '../../../domain/analysis/aggregations/readOrder.ts';
import type { BucketOrder } from '../../../domain/analysis/aggregations/termsBuckets.ts';
import { compareBuckets, noError } from '../../../domain/analysis/aggregations/termsBuckets.ts';
import { Reading } from '../../../domain/analysis/reading/analysisProblem.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asList, asRecord } from '../../../domain/json/looseValues.ts';
import type { Token } from '../../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from '../../mapping/archivedField.ts';
import { aggregatedField } from './aggregatedField.ts';
import type { AskedAggregation, Asking, Level } from './askedAggregation.ts';
import { innerOf } from './bucketResults.ts';

/** So many values are counted by themselves before what is left is counted together: the engine then estimates nothing. */
const mostBuckets = 2000;

/** The values of a field with their counts: all that there are, of which the query's own are taken here. */
export function termsQuery(body: LooseRecord, within: Level, asking: Asking): AskedAggregation | undefined {
  const field = aggregatedField(body, asking);
  const order = readOrder(body.order, new Reading(asking.now), within.aggs);
  if (!field || !order) return undefined;
  const included = readIncluded(body, field.kind, new Reading(asking.now));
  // Values of other kinds an engine takes as texts of its own.
  if (!included || (Object.keys(included).length > 0 && field.kind !== 'id' && field.kind !== 'number'))
    return undefined;
  const { size = 10, min_doc_count: least = 1, missing, show_term_doc_count_error: showsErrors } = body;
  const given = {
    ...(missing === undefined ? {} : { missing }),
    ...Object.fromEntries(Object.entries(included).map(([name, values]) => [name, [...values]])),
  };
  const read = (answer: LooseRecord): AggregationResult | undefined => {
    const all = asList(answer.buckets)
      .map(asRecord)
      .map((bucket) => {
        const inner = within.read(bucket);
        const token = bucket.key as Token;
        return inner && { token, result: { doc_count: bucket.doc_count, ...inner } };
      });
    const known = all.filter((bucket) => bucket !== undefined);
    const others = Number(answer.sum_other_doc_count ?? 0);
    // With fewer values than were asked for, all of them are here.
    if (known.length < all.length || others > 0) return undefined;
    return termsResult(known, {
      field,
      order,
      size: Number(size),
      least: Number(least),
      extra: showsErrors === true ? noError : {},
    });
  };
  return {
    body: {
      terms: { field: field.path, size: mostBuckets, shard_size: mostBuckets, min_doc_count: 1, ...given },
      ...innerOf(within),
    },
    read,
  };
}

/** How many values there are, exactly: as many as there are terms. */
export function distinctQuery({ field: named, missing }: LooseRecord, asking: Asking): AskedAggregation | undefined {
  const field = aggregatedField({ field: named, missing }, asking);
  const given = missing === undefined ? {} : { missing };
  return (
    field && {
      body: { terms: { field: field.path, size: mostBuckets, shard_size: mostBuckets, ...given } },
      read: ({ buckets: found, sum_other_doc_count: others }) =>
        Number(others ?? 0) > 0 ? undefined : { value: asList(found).length },
    }
  );
}

function termsResult(
  all: readonly { readonly token: Token; readonly result: AggregationResult }[],
  {
    field,
    order,
    size,
    least,
    extra,
  }: {
    readonly field: ArchivedField;
    readonly order: readonly BucketOrder[];
    readonly size: number;
    readonly least: number;
    /** What each bucket has beside its key. */
    readonly extra: AggregationResult;
  },
): AggregationResult {
  const sorted = all
    .filter(({ result }) => Number(result.doc_count) >= least)
    .sort((a, b) => compareBuckets(a, b, order));
  const others = sorted.slice(size).reduce((sum, { result }) => sum + Number(result.doc_count), 0);
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: others,
    buckets: sorted.slice(0, size).map(({ token, result }) => ({ ...keyOf(field.kind, token), ...extra, ...result })),
  };
}
