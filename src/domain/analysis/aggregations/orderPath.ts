import { asList, asRecord, isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import { decimalKey } from './numberKeys.ts';
import type { BucketOrder } from './termsBuckets.ts';

/** Why buckets cannot be put in order by a path. */
type OrderProblem = 'unknownKey' | 'notOneNumber';

/** What a measure is where there is nothing to measure, to be put in order by; all others are no number then. */
const emptyValues: Readonly<Record<string, number>> = {
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  sum: 0,
  count: 0,
};

const ofOneBucket = new Set(['filter', 'missing', 'nested', 'reverse_nested']);
const oneBucketCounts = new Set(['_count', 'doc_count']);
const ofOneValue = new Set(['cardinality', 'value_count', 'min', 'max', 'avg', 'sum']);
const ofStats = ['avg', 'min', 'max', 'sum', 'count'];

/** Where the results of a bucket have what a path names. Percents hold a dot themselves: everything behind the first is one. */
export function orderPath(name: string, within: unknown): Exclude<BucketOrder['by'], string> | OrderProblem {
  const steps = name.split('>');
  const last = steps.pop() ?? '';
  let inner = within;
  for (const step of steps) {
    const around = asRecord(inner)[step];
    if (!isRecord(around)) return 'unknownKey';
    if (!ofOneBucket.has(typeOf(around).type ?? '')) return 'notOneNumber';
    inner = withinOf(around);
  }
  // A name may hold dots, too.
  const dot = isRecord(inner) && Object.hasOwn(inner, last) ? -1 : last.indexOf('.');
  const [measure, property] = dot < 0 ? [last, undefined] : [last.slice(0, dot), last.slice(dot + 1)];
  const { type, body } = typeOf(asRecord(inner)[measure]);
  if (type === undefined) return 'unknownKey';
  const place = placeIn(type, property, body);
  if (!place) return 'notOneNumber';
  const empty = emptyValues[property !== undefined && type === 'stats' ? property : type] ?? Number.NaN;
  return { path: [...steps, measure, ...place], empty };
}

/** The paths that name one number each, as far as no `>` leads to them. */
export function orderPaths(within: unknown): readonly string[] {
  return (isRecord(within) ? entriesOf(within) : []).flatMap(([name, aggregation]) => {
    const { type = '', body } = typeOf(aggregation);
    if (type === 'stats') return ofStats.map((property) => `${name}.${property}`);
    if (type === 'percentiles') return percentsOf(body).map((percent) => `${name}.${percent}`);
    return ofOneBucket.has(type) || ofOneValue.has(type) ? [name] : [];
  });
}

/** All of them: those of what stands within one bucket too. */
export function deepOrderPaths(within: unknown): readonly string[] {
  return (isRecord(within) ? entriesOf(within) : []).flatMap(([name, aggregation]) => {
    const inner = ofOneBucket.has(typeOf(aggregation).type ?? '') ? deepOrderPaths(withinOf(aggregation)) : [];
    return [...orderPaths({ [name]: aggregation }), ...inner.map((path) => `${name}>${path}`)];
  });
}

/** Where the one number of an aggregation is; undefined where it has none, or several. */
function placeIn(type: string, property: string | undefined, body: unknown): readonly string[] | undefined {
  if (ofOneBucket.has(type)) return property === undefined || oneBucketCounts.has(property) ? ['doc_count'] : undefined;
  if (ofOneValue.has(type)) return property === undefined || property === 'value' ? ['value'] : undefined;
  if (type === 'stats') return property !== undefined && ofStats.includes(property) ? [property] : undefined;
  if (type !== 'percentiles') return undefined;
  const percents = percentsOf(body);
  // The one that is asked for needs no name.
  const [only, ...others] = percents;
  const percent = property === undefined && others.length === 0 ? only : Number(property);
  return percent !== undefined && percents.includes(percent) ? ['values', decimalKey(percent)] : undefined;
}

/** Those that are given where none are asked for. */
export const usualPercents: readonly number[] = [1, 5, 25, 50, 75, 95, 99];

function percentsOf(body: unknown): readonly number[] {
  const { percents } = asRecord(body);
  return percents === undefined ? usualPercents : asList(percents).map(Number);
}

function typeOf(aggregation: unknown): { readonly type?: string; readonly body?: unknown } {
  const found = entriesOf(asRecord(aggregation)).find(([key]) => !notTypes.has(key));
  return found ? { type: found[0], body: found[1] } : {};
}

const notTypes = new Set(['aggs', 'aggregations', 'meta']);

function withinOf(aggregation: unknown): unknown {
  const { aggs, aggregations } = asRecord(aggregation);
  return aggs ?? aggregations;
}
