import { readAggregation } from '../../domain/analysis/aggregation.ts';
import type { AggregationResult } from '../../domain/analysis/aggregations/collector.ts';
import { keyOf } from '../../domain/analysis/aggregations/fieldValues.ts';
import { readOrder } from '../../domain/analysis/aggregations/readOrder.ts';
import type { BucketOrder } from '../../domain/analysis/aggregations/termsBuckets.ts';
import { compareBuckets } from '../../domain/analysis/aggregations/termsBuckets.ts';
import { Reading } from '../../domain/analysis/reading/analysisProblem.ts';
import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf } from '../../domain/json/writtenEntries.ts';
import type { Token } from '../../domain/tokens/fieldTokens.ts';
import { isScalar, storedTokens } from '../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from '../mapping/archivedField.ts';
import { archivedField } from '../mapping/archivedField.ts';
import { conditionQuery } from './conditionQuery.ts';

/** An aggregation as an engine is asked it. */
export interface AskedAggregation {
  readonly body: LooseRecord;
  /** The answer as it is worked out here; undefined where the engine's is none that can be relied on. */
  readonly read: (answer: LooseRecord) => AggregationResult | undefined;
}

interface Asking {
  readonly now: Date;
  readonly long: Set<string>;
}

/** All aggregations of one level. */
type Level = AskedAggregation;

type Ask = (body: LooseRecord, within: Level, asking: Asking) => AskedAggregation | undefined;

/** So many values are counted by themselves before what is left is counted together: the engine then estimates nothing. */
const mostBuckets = 2000;
const mostPrecise = 40_000;

/** `aggs` of a query, where an engine can answer all of it as it is answered here. */
export function aggregationQuery(aggs: unknown, asking: Asking): AskedAggregation | undefined {
  const problems = readAggregation(aggs, asking.now).problems.filter(({ code }) => code !== 'unknownField');
  return problems.length > 0 ? undefined : levelOf(aggs, asking);
}

function levelOf(aggs: unknown, asking: Asking): Level | undefined {
  const named: [string, AskedAggregation][] = [];
  for (const [name, value] of isRecord(aggs) ? entriesOf(aggs) : []) {
    const asked = oneOf(value, asking);
    // A name that an engine reads as a path would be refused.
    if (!asked || /[[\]>]/u.test(name)) return undefined;
    named.push([name, asked]);
  }
  return {
    body: Object.fromEntries(named.map(([name, { body }]) => [name, body])),
    read: (answer) => together(named.map(([name, { read }]) => [name, read(asRecord(answer[name]))] as const)),
  };
}

function oneOf(value: unknown, asking: Asking): AskedAggregation | undefined {
  if (!isRecord(value)) return undefined;
  const entries = entriesOf(value).filter(([key]) => key !== 'meta');
  const [type, body] = entries.find(([key]) => key !== 'aggs' && key !== 'aggregations') ?? [];
  const inner = entries.find(([key]) => key === 'aggs' || key === 'aggregations')?.[1];
  const within = levelOf(inner, asking);
  const ask = type !== undefined && Object.hasOwn(types, type) ? types[type] : undefined;
  if (!ask || !within) return undefined;
  // `filter` takes a list, too.
  return ask(isRecord(body) ? body : { list: body }, within, asking);
}

const types: Readonly<Record<string, Ask>> = {
  terms,
  filter: (body, within, asking) => {
    const { query, isExact } = conditionQuery('list' in body ? body.list : body, asking);
    return isExact ? buckets({ filter: query }, within, (answer, read) => read(answer)) : undefined;
  },
  filters,
  range: ranges,
  histogram: (body, within, asking) => {
    const field = fieldOf(body, asking);
    return field?.kind === 'number' ? list({ histogram: body }, within, (one) => ({ key: one.key })) : undefined;
  },
  date_histogram: (body, within, asking) =>
    fieldOf(body, asking)?.kind === 'date'
      ? list({ date_histogram: body }, within, ({ key, key_as_string }) => ({ key, key_as_string }))
      : undefined,
  missing: (body, within, asking) => {
    const field = fieldOf(body, asking);
    // With a value for what has none, nothing is missing.
    if (!field || body.missing !== undefined) return undefined;
    return buckets({ missing: { field: field.path } }, within, (answer, read) => read(answer));
  },
  cardinality: measure('cardinality', ['value'], { precision_threshold: mostPrecise }),
  value_count: measure('value_count', ['value']),
  min: measure('min', ['value']),
  max: measure('max', ['value']),
  avg: measure('avg', ['value']),
  sum: measure('sum', ['value']),
  stats: measure('stats', ['count', 'min', 'max', 'avg', 'sum']),
  percentiles: (body, _within, asking) => {
    const field = fieldOf(body, asking);
    if (field?.kind !== 'number') return undefined;
    const isValue = ([name]: readonly [string, unknown]): boolean => !name.endsWith('_as_string');
    return {
      body: { percentiles: body },
      read: ({ values }) => ({ values: Object.fromEntries(entriesOf(asRecord(values)).filter(isValue)) }),
    };
  },
};

function terms(body: LooseRecord, within: Level, asking: Asking): AskedAggregation | undefined {
  const field = fieldOf(body, asking);
  const order = readOrder(body.order, new Reading(asking.now));
  if (!field || !order) return undefined;
  const { size = 10, min_doc_count: least = 1, missing } = body;
  const given = missing === undefined ? {} : { missing };
  const read = (answer: LooseRecord): AggregationResult | undefined => {
    const all = listIn(answer.buckets).map((bucket) => {
      const inner = within.read(bucket);
      const token = bucket.key as Token;
      return inner && { token, result: { doc_count: bucket.doc_count, ...inner } };
    });
    const known = all.filter((bucket) => bucket !== undefined);
    const others = Number(answer.sum_other_doc_count ?? 0);
    // With fewer values than were asked for, all of them are here.
    if (known.length < all.length || others > 0) return undefined;
    return termsResult(known, { field, order, size: Number(size), least: Number(least) });
  };
  return {
    body: {
      terms: { field: field.path, size: mostBuckets, shard_size: mostBuckets, min_doc_count: 1, ...given },
      ...innerOf(within),
    },
    read,
  };
}

function termsResult(
  all: readonly { readonly token: Token; readonly result: AggregationResult }[],
  {
    field,
    order,
    size,
    least,
  }: {
    readonly field: ArchivedField;
    readonly order: readonly BucketOrder[];
    readonly size: number;
    readonly least: number;
  },
): AggregationResult {
  const sorted = all
    .filter(({ result }) => Number(result.doc_count) >= least)
    .sort((a, b) => compareBuckets(a, b, order));
  const others = sorted.slice(size).reduce((sum, { result }) => sum + Number(result.doc_count), 0);
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: others,
    buckets: sorted.slice(0, size).map(({ token, result }) => ({ ...keyOf(field.kind, token), ...result })),
  };
}

function filters(body: LooseRecord, within: Level, asking: Asking): AskedAggregation | undefined {
  const isNamed = isRecord(body.filters);
  const entries: readonly (readonly [string, unknown])[] = isRecord(body.filters)
    ? entriesOf(body.filters)
    : listOf(body.filters).map((one, index) => [String(index), one]);
  const asked = entries.map(([name, condition]) => [name, conditionQuery(condition, asking)] as const);
  if (asked.some(([, { isExact }]) => !isExact)) return undefined;
  const queries = asked.map(([name, { query }]) => [name, query] as const);
  return {
    body: {
      filters: { ...body, filters: isNamed ? Object.fromEntries(queries) : queries.map(([, query]) => query) },
      ...innerOf(within),
    },
    read: (answer) => {
      if (!isNamed) return listResult(answer, within, () => ({}));
      const found = asRecord(answer.buckets);
      const names = [
        ...entries.map(([name]) => name),
        ...Object.keys(found).filter((name) => !entries.some(([one]) => one === name)),
      ];
      const buckets = together(names.map((name) => [name, bucketOf(asRecord(found[name]), within)] as const));
      return buckets && { buckets };
    },
  };
}

function ranges(body: LooseRecord, within: Level, asking: Asking): AskedAggregation | undefined {
  if (fieldOf(body, asking)?.kind !== 'number') return undefined;
  return list({ range: body }, within, ({ key, from, to }) => ({
    key,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));
}

function measure(name: string, properties: readonly string[], more: LooseRecord = {}): Ask {
  return (body, _within, asking) => {
    const field = fieldOf(body, asking);
    if (!field) return undefined;
    const isTime = field.kind === 'date' && (name === 'min' || name === 'max' || name === 'avg');
    return {
      body: { [name]: { ...body, ...more } },
      read: (answer) => {
        const values = Object.fromEntries(properties.map((property) => [property, answer[property] ?? null]));
        const at = values.value;
        if (!isTime || typeof at !== 'number') return values;
        return { ...values, value_as_string: new Date(at).toISOString() };
      },
    };
  };
}

/** An aggregation of one bucket. */
function buckets(
  body: LooseRecord,
  within: Level,
  read: (
    answer: LooseRecord,
    one: (bucket: LooseRecord) => AggregationResult | undefined,
  ) => AggregationResult | undefined,
): AskedAggregation {
  return {
    body: { ...body, ...innerOf(within) },
    read: (answer) => read(answer, (bucket) => bucketOf(bucket, within)),
  };
}

function list(body: LooseRecord, within: Level, keyIn: (bucket: LooseRecord) => LooseRecord): AskedAggregation {
  return { body: { ...body, ...innerOf(within) }, read: (answer) => listResult(answer, within, keyIn) };
}

function listResult(
  answer: LooseRecord,
  within: Level,
  keyIn: (bucket: LooseRecord) => LooseRecord,
): AggregationResult | undefined {
  const all = listIn(answer.buckets).map((bucket) => {
    const read = bucketOf(bucket, within);
    return read && { ...keyIn(bucket), ...read };
  });
  return all.every((bucket) => bucket !== undefined) ? { buckets: all } : undefined;
}

function bucketOf(bucket: LooseRecord, within: Level): AggregationResult | undefined {
  const inner = within.read(bucket);
  return inner && { doc_count: bucket.doc_count ?? 0, ...inner };
}

function together(
  results: readonly (readonly [string, AggregationResult | undefined])[],
): AggregationResult | undefined {
  return results.some(([, result]) => result === undefined) ? undefined : Object.fromEntries(results);
}

function innerOf({ body }: Level): LooseRecord {
  return Object.keys(body).length > 0 ? { aggs: body } : {};
}

/** A field with a place of its own in the index. */
function fieldOf({ field, missing }: LooseRecord, { long }: Asking): ArchivedField | undefined {
  const found = typeof field === 'string' ? archivedField(field) : undefined;
  if (!found?.isMapped || found.kind === 'text') return undefined;
  // What stands for a missing value is read here as a value of a session is.
  if (missing !== undefined && (!isScalar(missing) || found.kind === 'date' || found.kind === 'boolean'))
    return undefined;
  if (missing !== undefined && isScalar(missing) && storedTokens(found.kind, missing)[0] !== missing) return undefined;
  if (found.kind === 'id') long.add(found.path);
  return found;
}

function listIn(value: unknown): readonly LooseRecord[] {
  return listOf(value).map(asRecord);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
