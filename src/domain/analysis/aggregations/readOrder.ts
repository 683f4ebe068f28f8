import { asList, asRecord, isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { percentKey } from './numberKeys.ts';
import type { BucketOrder } from './termsBuckets.ts';

const byCount: readonly BucketOrder[] = [{ by: '_count', direction: 'desc' }];

/**
 * `{ "_count": "desc" }`, `{ "_key": "asc" }` or a measure within the buckets by its path (`"slow.95"`, `"inner>stats.avg"`); also several.
 * A bucket within them (`"failed"`) stands for how many are in it. `within`: the aggregations within the buckets, as they are written.
 */
export function readOrder(written: unknown, reading: Reading, within: unknown): readonly BucketOrder[] | undefined {
  if (written === undefined) return byCount;
  const list = Array.isArray(written) ? written : [written];
  const orders = list.map((one: unknown, index) => {
    const at = Array.isArray(written) ? reading.at(index) : reading;
    const [entry, ...others] = isRecord(one) ? entriesOf(one) : [];
    if (!entry) return at.wrong('expectedOne', { expected: ['_count', '_key'] });
    if (others.length > 0) return at.wrong('onlyOne', { expected: [entry, ...others].map(([name]) => name) });
    const [name, direction] = entry;
    if (direction !== 'asc' && direction !== 'desc')
      return at.at(name).wrong('kindDoesNotFit', { what: String(direction), expected: ['asc', 'desc'] });
    return { by: name === '_count' || name === '_key' ? name : measureOf(name, within), direction } as const;
  });
  const known = orders.flatMap((order) => (order ? [order] : []));
  return known.length === orders.length ? known : undefined;
}

/** What a measure is where there is nothing to measure, to be put in order by; all others are no number then. */
const emptyValues: Readonly<Record<string, number>> = {
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  sum: 0,
  count: 0,
};

/** Where the results of a bucket have what a path names. Percents hold a dot themselves: everything behind the first is one. */
function measureOf(name: string, within: unknown): Exclude<BucketOrder['by'], string> {
  const steps = name.split('>');
  const last = steps.pop() ?? '';
  // A name may hold dots, too.
  const inner = steps.reduce((aggs: unknown, step) => withinOf(asRecord(aggs)[step]), within);
  const dot = isRecord(inner) && Object.hasOwn(inner, last) ? -1 : last.indexOf('.');
  const [measure, property] = dot < 0 ? [last, undefined] : [last.slice(0, dot), last.slice(dot + 1)];
  const { type, body } = typeOf(asRecord(inner)[measure]);
  const empty = emptyValues[property !== undefined && type === 'stats' ? property : (type ?? '')] ?? Number.NaN;
  const path = [...steps, measure];
  if (type === 'percentiles') return { path: [...path, 'values', percentKey(percentOf(property, body))], empty };
  if (type !== undefined && ofOneBucket.has(type)) return { path: [...path, 'doc_count'], empty };
  return { path: [...path, property ?? 'value'], empty };
}

const ofOneBucket = new Set(['filter', 'missing', 'nested', 'reverse_nested']);

/** The one that is asked for needs no name. */
function percentOf(property: string | undefined, body: unknown): number {
  const [only, ...others] = asList(asRecord(body).percents);
  return property === undefined && others.length === 0 ? Number(only) : Number(property);
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
