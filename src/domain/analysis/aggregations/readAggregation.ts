import type { LooseRecord } from '../../json/looseValues.ts';
import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Token } from '../../tokens/fieldTokens.ts';
import { storedTokens } from '../../tokens/fieldTokens.ts';
import { readFilterCondition } from '../conditions/readCondition.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import {
  readField,
  readFlag,
  readList,
  readNumberAt,
  readObject,
  readScalar,
  readText,
} from '../reading/readValues.ts';
import type { Collector, MakeCollector } from './collector.ts';
import type { NumberRange } from './conditionBuckets.ts';
import {
  ConditionBucket,
  ConditionsBuckets,
  NestedBucket,
  RangeBuckets,
  ReverseNestedBucket,
} from './conditionBuckets.ts';
import type { AggregatedField } from './fieldValues.ts';
import { numbersOf, tokensOf } from './fieldValues.ts';
import { HistogramBuckets } from './histogramBuckets.ts';
import type { Measure } from './measures.ts';
import { Cardinality, Percentiles, Stats, ValueCount } from './measures.ts';
import { readNumberSteps, readTimeSteps } from './readIntervals.ts';
import { readOrder } from './readOrder.ts';
import { TermsBuckets } from './termsBuckets.ts';

type ReadType = (body: unknown, reading: Reading, within: MakeCollector) => MakeCollector | undefined;

const withinKeys = ['aggs', 'aggregations'];

const types: Readonly<Record<string, ReadType>> = {
  terms: readTerms,
  filter: (body, reading, within) => {
    const holds = readFilterCondition(body, reading);
    return () => new ConditionBucket(holds, within);
  },
  filters: readFilters,
  range: readRanges,
  histogram: readHistogram,
  date_histogram: readDateHistogram,
  missing: (body, reading, within) => {
    const options = readObject(body, ['field'], reading);
    const field = options && readAggregatedField(options, reading);
    return field && (() => new ConditionBucket((reader) => tokensOf(reader, field).length === 0, within));
  },
  nested: (body, reading, within) => {
    const options = readObject(body, ['path'], reading);
    const path = options && readText(options.path, reading.at('path'));
    if (path === undefined) return undefined;
    return () => new NestedBucket(path, within);
  },
  reverse_nested: (body, reading, within) => {
    readObject(body, [], reading);
    return () => new ReverseNestedBucket(within);
  },
  cardinality: measured((field) => () => new Cardinality(field)),
  value_count: measured((field) => () => new ValueCount(field)),
  ...Object.fromEntries(
    (['min', 'max', 'avg', 'sum', 'stats'] as const).map((measure) => [measure, measuredNumber(measure)]),
  ),
  percentiles: readPercentiles,
};

/** The aggregations that there are, in Elasticsearch's own words. */
export const aggregationNames: readonly string[] = Object.keys(types);

/** Those that have no buckets, so that none can stand within them. */
const measures = new Set(['cardinality', 'value_count', 'min', 'max', 'avg', 'sum', 'stats', 'percentiles']);
const deepest = 10;

/** Reads named aggregations: `{ "by_agent": { "terms": …, "aggs": … } }`. What cannot be read is noted, and left out. */
export function readAggregations(value: unknown, reading: Reading, depth = 0): MakeCollector {
  if (depth > deepest) reading.wrong('tooDeep');
  if (value !== undefined && !isRecord(value)) reading.wrong('expectedObject');
  const makers = (isRecord(value) && depth <= deepest ? entriesOf(value) : []).flatMap(([name, body]) => {
    const make = readAggregation(body, reading.at(name), depth);
    return make ? [[name, make] as const] : [];
  });
  return () => together(makers.map(([name, make]) => [name, make()] as const));
}

function together(collectors: readonly (readonly [name: string, collector: Collector])[]): Collector {
  return {
    collect: (reader) => {
      for (const [, collector] of collectors) collector.collect(reader);
    },
    result: () => Object.fromEntries(collectors.map(([name, collector]) => [name, collector.result()])),
  };
}

function readAggregation(value: unknown, reading: Reading, depth: number): MakeCollector | undefined {
  if (!isRecord(value)) return reading.wrong('expectedObject');
  const entries = entriesOf(value).filter(([key]) => key !== 'meta');
  const named = entries.filter(([key]) => !withinKeys.includes(key));
  const [first] = named;
  if (!first || named.length > 1) return reading.wrong('expectedOne', { expected: aggregationNames });
  const [type, body] = first;
  const read = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!read) return reading.at(type).wrong('unknownKey', { what: type, expected: aggregationNames });
  const inner = entries.find(([key]) => withinKeys.includes(key));
  if (inner && measures.has(type)) return reading.at(inner[0]).wrong('unknownKey', { what: inner[0], expected: [] });
  const within = readAggregations(inner?.[1], reading.at(inner?.[0] ?? 'aggs'), depth + 1);
  return read(body, reading.at(type), within);
}

function readTerms(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const options = readObject(body, ['field', 'size', 'order', 'min_doc_count', 'missing'], reading);
  const field = options && readAggregatedField(options, reading);
  if (!options || !field) return undefined;
  const size = options.size === undefined ? 10 : readNumberAt(options.size, reading.at('size'));
  const least =
    options.min_doc_count === undefined ? 1 : readNumberAt(options.min_doc_count, reading.at('min_doc_count'));
  const order = readOrder(options.order, reading.at('order'));
  if (size === undefined || least === undefined || !order) return undefined;
  if (!(size > 0)) return reading.at('size').wrong('expectedNumber', { what: String(size) });
  return () => new TermsBuckets({ field, size, least, order, within });
}

function readFilters(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const options = readObject(body, ['filters', 'other_bucket', 'other_bucket_key'], reading);
  if (!options) return undefined;
  const { filters, other_bucket: other, other_bucket_key: otherKey } = options;
  const at = reading.at('filters');
  if (!isRecord(filters) && !Array.isArray(filters)) return at.wrong('expectedObject');
  const conditions = isRecord(filters)
    ? entriesOf(filters).map(([name, one]) => ({ name, holds: readFilterCondition(one, at.at(name)) }))
    : filters.map((one: unknown, index: number) => ({
        name: undefined,
        holds: readFilterCondition(one, at.at(index)),
      }));
  const otherName = otherKey === undefined ? '_other_' : readText(otherKey, reading.at('other_bucket_key'));
  const hasOther = otherKey !== undefined || (other !== undefined && readFlag(other, reading.at('other_bucket')));
  return () => new ConditionsBuckets(conditions, within, hasOther ? otherName : undefined);
}

function readRanges(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const options = readObject(body, ['field', 'ranges', 'missing'], reading);
  const field = options && readNumberField(options, reading);
  const list = options && field && readList(options.ranges, reading.at('ranges'));
  if (!field || !list) return undefined;
  const ranges = list.flatMap((one, index): NumberRange[] => {
    const at = reading.at('ranges', index);
    const range = readObject(one, ['key', 'from', 'to'], at);
    if (!range) return [];
    const bound = (name: 'from' | 'to') =>
      range[name] === undefined || range[name] === null ? undefined : readNumberAt(range[name], at.at(name));
    if (range.from === undefined && range.to === undefined) at.wrong('missingKey', { expected: ['from', 'to'] });
    return [
      {
        key: range.key === undefined ? undefined : readText(range.key, at.at('key')),
        from: bound('from'),
        to: bound('to'),
      },
    ];
  });
  return () => new RangeBuckets(ranges, (reader) => numbersOf(reader, field), within);
}

function readHistogram(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const options = readObject(body, ['field', 'interval', 'offset', 'min_doc_count', 'missing'], reading);
  const field = options && readNumberField(options, reading);
  const steps = options && readNumberSteps(options, reading);
  return options && field && steps && histogram(options, { reading, field, steps, within });
}

function readDateHistogram(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const keys = ['field', 'calendar_interval', 'fixed_interval', 'time_zone', 'offset', 'min_doc_count', 'missing'];
  const options = readObject(body, keys, reading);
  const field = options && readAggregatedField(options, reading);
  const steps = options && readTimeSteps(options, reading);
  if (!options || !field || !steps) return undefined;
  if (field.kind !== 'date') return reading.at('field').wrong('kindDoesNotFit', { what: field.path });
  return histogram(options, { reading, field, steps, within });
}

function histogram(
  options: LooseRecord,
  {
    reading,
    field,
    steps,
    within,
  }: {
    readonly reading: Reading;
    readonly field: AggregatedField;
    readonly steps: NonNullable<ReturnType<typeof readTimeSteps>>;
    readonly within: MakeCollector;
  },
): MakeCollector | undefined {
  const least =
    options.min_doc_count === undefined ? 0 : readNumberAt(options.min_doc_count, reading.at('min_doc_count'));
  if (least === undefined) return undefined;
  return () => new HistogramBuckets({ numbers: (reader) => numbersOf(reader, field), steps, least, within });
}

function readPercentiles(body: unknown, reading: Reading): MakeCollector | undefined {
  const options = readObject(body, ['field', 'percents', 'missing'], reading);
  const field = options && readNumberField(options, reading);
  if (!options || !field) return undefined;
  const list =
    options.percents === undefined ? [1, 5, 25, 50, 75, 95, 99] : readList(options.percents, reading.at('percents'));
  const percents = (list ?? []).flatMap((one, index) => {
    const at = reading.at('percents', index);
    const percent = readNumberAt(one, at);
    if (percent !== undefined && (percent < 0 || percent > 100)) at.wrong('kindDoesNotFit', { what: String(one) });
    return percent === undefined ? [] : [percent];
  });
  return () => new Percentiles(field, percents);
}

function measured(make: (field: AggregatedField) => MakeCollector): ReadType {
  return (body, reading) => {
    const options = readObject(body, ['field', 'missing'], reading);
    const field = options && readAggregatedField(options, reading);
    return field && make(field);
  };
}

function measuredNumber(measure: Measure): ReadType {
  return (body, reading) => {
    const options = readObject(body, ['field', 'missing'], reading);
    const field = options && readNumberField(options, reading);
    return field && (() => new Stats(field, measure));
  };
}

/** A field of numbers, of dates, or of truth values. */
function readNumberField(options: LooseRecord, reading: Reading): AggregatedField | undefined {
  const field = readAggregatedField(options, reading);
  if (field?.kind === 'id') return reading.at('field').wrong('kindDoesNotFit', { what: field.path });
  return field;
}

function readAggregatedField(options: LooseRecord, reading: Reading): AggregatedField | undefined {
  const at = reading.at('field');
  if (options.field === undefined) return reading.wrong('missingKey', { what: 'field' });
  const path = readText(options.field, at);
  const field = path === undefined ? undefined : readField(path, at);
  if (!field) return undefined;
  const { kind } = field;
  if (kind === 'text') return at.wrong('kindDoesNotFit', { what: field.path });
  if (options.missing === undefined) return { path: field.path, kind };
  const missing = readScalar(options.missing, reading.at('missing'));
  const token: Token | undefined = missing === undefined ? undefined : storedTokens(kind, missing)[0];
  if (token === undefined) return reading.at('missing').wrong('kindDoesNotFit', { what: String(options.missing) });
  return { path: field.path, kind, missing: token };
}
