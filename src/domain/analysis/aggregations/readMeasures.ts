import type { Reading } from '../reading/analysisProblem.ts';
import { readList, readNumberAt } from '../reading/readValues.ts';
import type { MakeCollector } from './collector.ts';
import type { AggregatedField } from './fieldValues.ts';
import type { Measure } from './measures.ts';
import { Cardinality, Percentiles, Stats, ValueCount } from './measures.ts';
import { usualPercents } from './orderPath.ts';
import { readAggregatedField, readNumberField } from './readAggregatedField.ts';
import { readOptions } from './readOptions.ts';

type ReadMeasure = (body: unknown, reading: Reading) => MakeCollector | undefined;

/** The aggregations without buckets, so that none can stand within them. */
export const measureReaders: Readonly<Record<string, ReadMeasure>> = {
  cardinality: measured('cardinality', (field) => () => new Cardinality(field)),
  value_count: measured('value_count', (field) => () => new ValueCount(field)),
  ...Object.fromEntries(
    (['min', 'max', 'avg', 'sum', 'stats'] as const).map((measure) => [measure, measuredNumber(measure)]),
  ),
  percentiles: readPercentiles,
};

function measured(type: string, make: (field: AggregatedField) => MakeCollector): ReadMeasure {
  return (body, reading) => {
    const options = readOptions(body, { type, known: ['field', 'missing'] }, reading);
    const field = options && readAggregatedField(options, reading);
    return field && make(field);
  };
}

function measuredNumber(measure: Measure): ReadMeasure {
  return (body, reading) => {
    const options = readOptions(body, { type: measure, known: ['field', 'missing'] }, reading);
    const field = options && readNumberField(options, reading);
    return field && (() => new Stats(field, measure));
  };
}

function readPercentiles(body: unknown, reading: Reading): MakeCollector | undefined {
  const options = readOptions(body, { type: 'percentiles', known: ['field', 'percents', 'missing'] }, reading);
  const field = options && readNumberField(options, reading);
  if (!options || !field) return undefined;
  const list = options.percents === undefined ? usualPercents : readList(options.percents, reading.at('percents'));
  const percents = (list ?? []).flatMap((one, index) => {
    const at = reading.at('percents', index);
    const percent = readNumberAt(one, at);
    if (percent !== undefined && (percent < 0 || percent > 100)) at.wrong('kindDoesNotFit', { what: String(one) });
    return percent === undefined ? [] : [percent];
  });
  // As Elasticsearch gives them, however they are written.
  const inOrder = [...new Set(percents)].sort((a, b) => a - b);
  return () => new Percentiles(field, inOrder);
}
