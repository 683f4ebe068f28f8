import type { LooseRecord } from '../../json/looseValues.ts';
import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Field } from '../../session/fields.ts';
import { fields } from '../../session/fields.ts';
import { readFilterCondition } from '../conditions/readCondition.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readFlag, readList, readListPath, readNumberAt, readObject, readText } from '../reading/readValues.ts';
import type { MakeCollector } from './collector.ts';
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
import { readAggregatedField, readNumberField } from './readAggregatedField.ts';
import { readNumberSteps, readTimeSteps } from './readIntervals.ts';
import { readOrder } from './readOrder.ts';
import { TermsBuckets } from './termsBuckets.ts';

type ReadBuckets = (body: unknown, reading: Reading, within: Within) => MakeCollector | undefined;

/** What is counted in each bucket. */
interface Within {
  readonly make: MakeCollector;
  /** The aggregations as they are written. */
  readonly aggs: unknown;
}

/** The aggregations that put sessions into buckets. */
export const bucketReaders: Readonly<Record<string, ReadBuckets>> = {
  terms: readTerms,
  filter: (body, reading, within) => {
    const holds = readFilterCondition(body, reading);
    return () => new ConditionBucket(holds, within.make);
  },
  filters: readFilters,
  range: readRanges,
  histogram: readHistogram,
  date_histogram: readDateHistogram,
  missing: (body, reading, within) => {
    const options = readObject(body, ['field'], reading);
    const field = options && readAggregatedField(options, reading);
    return field && (() => new ConditionBucket((reader) => tokensOf(reader, field).length === 0, within.make));
  },
  nested: (body, reading, within) => {
    const options = readObject(body, ['path'], reading);
    const path = options && readListPath(options.path, reading.at('path'));
    if (path === undefined) return undefined;
    for (const field of markOfEntries(path)) reading.fields.add(field);
    return () => new NestedBucket(path, within.make);
  },
  reverse_nested: (body, reading, within) => {
    readObject(body, [], reading);
    return () => new ReverseNestedBucket(within.make);
  },
};

/** What has to be asked for so that every entry of a list comes: one of which nothing was asked for would not, and would not be counted. */
function markOfEntries(path: string): readonly string[] {
  const isShort = ({ kind, path: one }: Field): boolean =>
    kind !== 'object' && kind !== 'text' && one.startsWith(`${path}.`) && !/[.*]/u.test(one.slice(path.length + 1));
  const short = fields.filter(isShort).map((field) => field.path);
  return short.length > 0 ? short : [path];
}

function readTerms(body: unknown, reading: Reading, within: Within): MakeCollector | undefined {
  const options = readObject(body, ['field', 'size', 'order', 'min_doc_count', 'missing'], reading);
  const field = options && readAggregatedField(options, reading);
  if (!options || !field) return undefined;
  const size = options.size === undefined ? 10 : readNumberAt(options.size, reading.at('size'));
  const least =
    options.min_doc_count === undefined ? 1 : readNumberAt(options.min_doc_count, reading.at('min_doc_count'));
  const order = readOrder(options.order, reading.at('order'), within.aggs);
  if (size === undefined || least === undefined || !order) return undefined;
  if (!(size > 0)) return reading.at('size').wrong('expectedNumber', { what: String(size) });
  return () => new TermsBuckets({ field, size, least, order, within: within.make });
}

function readFilters(body: unknown, reading: Reading, within: Within): MakeCollector | undefined {
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
  return () => new ConditionsBuckets(conditions, within.make, hasOther ? otherName : undefined);
}

function readRanges(body: unknown, reading: Reading, within: Within): MakeCollector | undefined {
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
  return () => new RangeBuckets(ranges, (reader) => numbersOf(reader, field), within.make);
}

function readHistogram(body: unknown, reading: Reading, within: Within): MakeCollector | undefined {
  const options = readObject(body, ['field', 'interval', 'offset', 'min_doc_count', 'missing'], reading);
  const field = options && readNumberField(options, reading);
  const steps = options && readNumberSteps(options, reading);
  return options && field && steps && histogram(options, { reading, field, steps, within });
}

function readDateHistogram(body: unknown, reading: Reading, within: Within): MakeCollector | undefined {
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
    readonly within: Within;
  },
): MakeCollector | undefined {
  const least =
    options.min_doc_count === undefined ? 0 : readNumberAt(options.min_doc_count, reading.at('min_doc_count'));
  if (least === undefined) return undefined;
  return () =>
    new HistogramBuckets({ numbers: (reader) => numbersOf(reader, field), steps, least, within: within.make });
}
