import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import type { Collector, MakeCollector } from './collector.ts';
import { bucketReaders } from './readBuckets.ts';
import { measureReaders } from './readMeasures.ts';
import { foreignAggregation } from './readOptions.ts';

const withinKeys = ['aggs', 'aggregations'];
const readers = { ...bucketReaders, ...measureReaders };

/** The aggregations that there are, in Elasticsearch's own words. */
const aggregationNames: readonly string[] = Object.keys(readers);

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
  if (!first) return reading.wrong('expectedOne', { expected: aggregationNames });
  if (named.length > 1) return reading.wrong('onlyOne', { expected: named.map(([key]) => key) });
  const [type, body] = first;
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  const instead = foreignAggregation(type);
  if (!read && instead) return reading.at(type).wrong('notUnderstood', { what: type, expected: instead });
  if (!read) return reading.at(type).wrong('unknownKey', { what: type, expected: aggregationNames });
  const inner = entries.find(([key]) => withinKeys.includes(key));
  if (inner && Object.hasOwn(measureReaders, type))
    return reading.at(inner[0]).wrong('unknownKey', { what: inner[0], expected: [] });
  const make = readAggregations(inner?.[1], reading.at(inner?.[0] ?? 'aggs'), depth + 1);
  return read(body, reading.at(type), { make, aggs: inner?.[1] });
}
