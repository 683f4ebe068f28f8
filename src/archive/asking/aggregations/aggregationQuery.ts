import { readAggregation } from '../../../domain/analysis/aggregation.ts';
import { keyedBuckets } from '../../../domain/analysis/aggregations/keyedBuckets.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asList, asRecord, isRecord } from '../../../domain/json/looseValues.ts';
import { entriesOf } from '../../../domain/json/writtenEntries.ts';
import { aggregatedField } from './aggregatedField.ts';
import type { Ask, AskedAggregation, Asking, Level } from './askedAggregation.ts';
import { bucketList, oneBucket, together } from './bucketResults.ts';
import { conditionBucket, conditionBuckets } from './conditionBuckets.ts';
import { measureQuery, percentilesQuery } from './measureQuery.ts';
import { distinctQuery, termsQuery } from './termsQuery.ts';

/** `aggs` of a query, where an engine can answer all of it as it is answered here. */
export function aggregationQuery(aggs: unknown, asking: Asking): AskedAggregation | undefined {
  const problems = readAggregation(aggs, asking.now).problems.filter(({ code }) => code !== 'unknownField');
  return problems.length > 0 ? undefined : levelOf(aggs, asking);
}

/** Those of `aggs`, each by itself, that an engine answers exactly as they are answered here. */
export function exactAggregations(aggs: unknown, asking: Asking): ReadonlyMap<string, AskedAggregation> {
  const asked = new Map<string, AskedAggregation>();
  for (const [name, value] of isRecord(aggs) ? entriesOf(aggs) : []) {
    const one = aggregationQuery({ [name]: value }, { ...asking, exactly: true });
    if (one) asked.set(name, one);
  }
  return asked;
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
    aggs,
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
  terms: termsQuery,
  filter: conditionBucket,
  filters: conditionBuckets,
  range: bucketsBy('range', 'number', rangeKey),
  histogram: bucketsBy('histogram', 'number', ({ key }) => ({ key })),
  date_histogram: bucketsBy('date_histogram', 'date', ({ key, key_as_string }) => ({ key, key_as_string })),
  missing: (body, within, asking) => {
    const field = aggregatedField(body, asking);
    // With a value for what has none, nothing is missing.
    return field && body.missing === undefined ? oneBucket({ missing: { field: field.path } }, within) : undefined;
  },
  cardinality: (body, within, asking) =>
    asking.exactly
      ? distinctQuery(body, asking)
      : measureQuery('cardinality', ['value'], { precision_threshold: mostPrecise })(body, within, asking),
  value_count: measureQuery('value_count', ['value']),
  min: measureQuery('min', ['value']),
  max: measureQuery('max', ['value']),
  avg: measureQuery('avg', ['value']),
  sum: measureQuery('sum', ['value']),
  stats: measureQuery('stats', ['count', 'min', 'max', 'avg', 'sum']),
  percentiles: percentilesQuery,
};

/** Buckets that are asked for as a list, and read as the query wants them. */
function bucketsBy(type: string, kind: 'number' | 'date', keyIn: (bucket: LooseRecord) => LooseRecord): Ask {
  return ({ keyed, ...body }, within, asking) => {
    // An engine has a clock of its own.
    if (aggregatedField(body, asking)?.kind !== kind || hasNow(body)) return undefined;
    const { read, ...asked } = bucketList({ [type]: body }, within, keyIn);
    return {
      ...asked,
      read: (answer) => {
        const result = read(answer);
        return result && keyed === true ? { buckets: keyedBuckets(asList(result.buckets).map(asRecord)) } : result;
      },
    };
  };
}

function hasNow({ extended_bounds: extended, hard_bounds: hard }: LooseRecord): boolean {
  return [extended, hard].some((bounds) => Object.values(asRecord(bounds)).some((end) => /^\s*now/u.test(String(end))));
}

/** Up to so many values an engine counts them exactly, or nearly. */
const mostPrecise = 40_000;

/** Ends that are open are not there. */
function rangeKey({ key, from, to }: LooseRecord): LooseRecord {
  return { key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
