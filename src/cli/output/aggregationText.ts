import type { AggregationResult } from '../../domain/analysis/aggregations/collector.ts';
import { DurationNames } from '../../domain/analysis/table/durationNames.ts';
import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { textTable } from './textTable.ts';

interface Row {
  readonly label: string;
  readonly count: string;
  readonly values: string;
}

/** What `aggs` found, as a table of counts: buckets stand below what they are of, with what was measured of each behind it. */
export function aggregationText(result: AggregationResult, aggs: unknown): string {
  const durations = new DurationNames(aggs);
  const columns = [{ title: 'AGGREGATION' }, { title: 'COUNT', isNumber: true }, { title: 'VALUES' }];
  return textTable(
    columns,
    rowsOf(result, { names: [], depth: 0, durations }).map(({ label, count, values }) => [label, count, values]),
  );
}

interface Place {
  /** The names of the aggregations around. */
  readonly names: readonly string[];
  readonly depth: number;
  readonly durations: DurationNames;
}

function rowsOf(result: AggregationResult, { names: around, depth, durations }: Place): readonly Row[] {
  return partsOf(result).flatMap(([name, part]): readonly Row[] => {
    const names = [...around, name];
    const below = (more: number): Place => ({ names, depth: depth + more, durations });
    const label = `${'  '.repeat(depth)}${name}`;
    const buckets = bucketsOf(part);
    if (buckets.length === 0) return [rowOf(label, part, below(0)), ...rowsOf(deeper(part), below(1))];
    const others = Number(part.sum_other_doc_count ?? 0);
    return [
      { label, count: '', values: '' },
      ...buckets.flatMap(([key, bucket]) => [
        rowOf(`${'  '.repeat(depth + 1)}${durations.isBucket(names) ? `${key} ms` : key}`, bucket, below(1)),
        ...rowsOf(deeper(bucket), below(2)),
      ]),
      ...(others > 0 ? [{ label: `${'  '.repeat(depth + 1)}(others)`, count: String(others), values: '' }] : []),
    ];
  });
}

/** The aggregations within a result. */
function partsOf(result: AggregationResult): readonly (readonly [string, AggregationResult])[] {
  return Object.entries(result).flatMap(([name, part]) => (isRecord(part) ? [[name, part] as const] : []));
}

/** Those that have rows of their own: what was only measured stands behind the bucket. */
function deeper(bucket: AggregationResult): AggregationResult {
  return Object.fromEntries(partsOf(bucket).filter(([, part]) => 'buckets' in part || 'doc_count' in part));
}

function bucketsOf({ buckets }: AggregationResult): readonly (readonly [string, AggregationResult])[] {
  if (isRecord(buckets)) return Object.entries(buckets).map(([key, bucket]) => [key, asRecord(bucket)]);
  if (!Array.isArray(buckets)) return [];
  return buckets.map((bucket, index) => {
    const { key_as_string: text, key = index } = asRecord(bucket);
    return [String(text ?? key), asRecord(bucket)];
  });
}

function rowOf(label: string, part: AggregationResult, { names, durations }: Place): Row {
  const measured = partsOf(part).filter(([, value]) => !('buckets' in value || 'doc_count' in value));
  const unitOf = (of: readonly string[]) => (property: string) => (durations.isMeasure(of, property) ? ' ms' : '');
  const own = measuresOf(part, unitOf(names));
  const values = [
    ...own,
    ...measured.flatMap(([name, value]) =>
      measuresOf(value, unitOf([...names, name])).map((text) => `${name} ${text}`),
    ),
  ];
  return { label, count: part.doc_count === undefined ? '' : String(part.doc_count), values: values.join(', ') };
}

const structure: ReadonlySet<string> = new Set([
  'doc_count',
  'key',
  'from',
  'to',
  'doc_count_error_upper_bound',
  'sum_other_doc_count',
]);

function measuresOf(part: AggregationResult, unitOf: (property: string) => string): readonly string[] {
  const percents = Object.entries(asRecord(part.values)).map(
    ([percent, value]) => `p${Number(percent)} ${numberText(value, unitOf(percent))}`,
  );
  const plain = Object.entries(part)
    .filter(([name, value]) => !structure.has(name) && (typeof value === 'number' || value === null))
    .map(([name, value]) =>
      name === 'value' ? numberText(value, unitOf(name)) : `${name} ${numberText(value, unitOf(name))}`,
    );
  return [...plain, ...percents];
}

function numberText(value: unknown, unit: string): string {
  return typeof value === 'number' ? `${Math.round(value * 1000) / 1000}${unit}` : '-';
}
