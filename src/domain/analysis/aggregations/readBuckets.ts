import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Field } from '../../session/fields/fields.ts';
import { fields } from '../../session/fields/fields.ts';
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
import { numbersOf, tokensOf } from './fieldValues.ts';
import { readAggregatedField, readNumberField } from './readAggregatedField.ts';
import { readDateHistogram, readHistogram, readKeyed } from './readHistograms.ts';
import { readIncluded } from './readIncluded.ts';
import { readOptions } from './readOptions.ts';
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
  histogram: (body, reading, { make }) => readHistogram(body, reading, make),
  date_histogram: (body, reading, { make }) => readDateHistogram(body, reading, make),
  missing: (body, reading, within) => {
    const options = readOptions(body, { type: 'missing', known: ['field'] }, reading);
    const field = options && readAggregatedField(options, reading);
    return field && (() => new ConditionBucket((reader) => tokensOf(reader, field).length === 0, within.make));
  },
  nested: (body, reading, within) => {
    const options = readOptions(body, { type: 'nested', known: ['path'] }, reading);
    const path = options && readListPath(options.path, reading.at('path'));
    if (path === undefined) return undefined;
    for (const field of markOfEntries(path)) reading.fields.add(field);
    return () => new NestedBucket(path, within.make);
  },
  reverse_nested: (body, reading, within) => {
    readOptions(body, { type: 'reverse_nested', known: [] }, reading);
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
  const known = ['field', 'size', 'order', 'min_doc_count', 'missing', 'include', 'exclude', showsErrors];
  const options = readOptions(body, { type: 'terms', known }, reading);
  const field = options && readAggregatedField(options, reading);
  if (!options || !field) return undefined;
  const size = options.size === undefined ? 10 : readNumberAt(options.size, reading.at('size'));
  const least =
    options.min_doc_count === undefined ? 1 : readNumberAt(options.min_doc_count, reading.at('min_doc_count'));
  const order = readOrder(options.order, reading.at('order'), within.aggs);
  const included = readIncluded(options, field.kind, reading);
  const shows = options[showsErrors] !== undefined && readFlag(options[showsErrors], reading.at(showsErrors));
  if (size === undefined || least === undefined || !order || !included) return undefined;
  if (!(size > 0)) return reading.at('size').wrong('expectedNumber', { what: String(size) });
  // Elasticsearch would show values of sessions that are not among those that are counted.
  if (!(least > 0)) return reading.at('min_doc_count').wrong('expectedNumber', { what: String(least) });
  return () => new TermsBuckets({ field, size, least, order, included, showsErrors: shows, within: within.make });
}

const showsErrors = 'show_term_doc_count_error';

function readFilters(body: unknown, reading: Reading, within: Within): MakeCollector | undefined {
  const options = readOptions(
    body,
    { type: 'filters', known: ['filters', 'other_bucket', 'other_bucket_key'] },
    reading,
  );
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
  const options = readOptions(body, { type: 'range', known: ['field', 'ranges', 'keyed', 'missing'] }, reading);
  const field = options && readNumberField(options, reading);
  const list = options && field && readList(options.ranges, reading.at('ranges'));
  if (!options || !field || !list) return undefined;
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
  const isKeyed = readKeyed(options, reading);
  return () =>
    new RangeBuckets(ranges, { numbers: (reader) => numbersOf(reader, field), within: within.make, isKeyed });
}
