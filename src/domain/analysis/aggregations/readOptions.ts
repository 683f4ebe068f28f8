import type { LooseRecord } from '../../json/looseValues.ts';
import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Reading } from '../reading/analysisProblem.ts';

/** How an engine is to go about it, which changes no answer that is exact. */
const hints: Readonly<Record<string, readonly string[]>> = {
  terms: ['shard_size', 'collect_mode', 'execution_hint'],
  cardinality: ['precision_threshold', 'execution_hint'],
  percentiles: ['tdigest', 'hdr'],
};

/** What Elasticsearch knows within aggregations, and is not decided here. */
const foreign: ReadonlySet<string> = new Set([
  ...['script', 'format', 'value_type', 'keyed', 'order', 'shard_min_doc_count', 'rehash', 'include', 'exclude'],
  ...['extended_bounds', 'hard_bounds', 'time_zone', 'show_term_doc_count_error'],
]);

/** The body of an aggregation as an object; each of its keys that is not known is noted, as one of Elasticsearch's where it is one. */
export function readOptions(
  value: unknown,
  { type, known }: { readonly type: string; readonly known: readonly string[] },
  reading: Reading,
): LooseRecord | undefined {
  if (!isRecord(value)) return reading.wrong('expectedObject');
  for (const [key] of entriesOf(value)) {
    if (known.includes(key) || hints[type]?.includes(key)) continue;
    if (foreign.has(key)) reading.at(key).wrong('notUnderstood', { what: key });
    else reading.at(key).wrong('unknownKey', { what: key, expected: known });
  }
  return value;
}

/** What does nearly the same as an aggregation of Elasticsearch that is none here. */
const instead: Readonly<Record<string, string>> = {
  date_range: 'filters',
  auto_date_histogram: 'date_histogram',
  variable_width_histogram: 'histogram',
  adjacency_matrix: 'filters',
  ip_range: 'filters',
  multi_terms: 'terms',
  composite: 'terms',
  rare_terms: 'terms',
  significant_terms: 'terms',
  significant_text: 'terms',
  extended_stats: 'stats',
  weighted_avg: 'avg',
  percentile_ranks: 'range',
  median_absolute_deviation: 'percentiles',
  boxplot: 'percentiles',
};

const others: ReadonlySet<string> = new Set([
  ...['top_hits', 'top_metrics', 'global', 'sampler', 'diversified_sampler', 'random_sampler', 'children', 'parent'],
  ...['scripted_metric', 'string_stats', 'matrix_stats', 'rate', 'geo_bounds', 'geo_centroid', 'geo_distance'],
  ...['geohash_grid', 'geotile_grid', 'categorize_text', 'time_series', 't_test', 'bucket_script', 'bucket_selector'],
  ...['bucket_sort', 'avg_bucket', 'sum_bucket', 'min_bucket', 'max_bucket', 'stats_bucket', 'extended_stats_bucket'],
  ...['percentiles_bucket', 'derivative', 'cumulative_sum', 'cumulative_cardinality', 'moving_fn', 'moving_avg'],
  ...['serial_diff', 'normalize', 'inference'],
]);

/** What to write in place of an aggregation that Elasticsearch has and that is none here; undefined for one that it has not. */
export function foreignAggregation(type: string): readonly string[] | undefined {
  if (Object.hasOwn(instead, type)) return [instead[type] ?? type];
  return others.has(type) ? [] : undefined;
}
