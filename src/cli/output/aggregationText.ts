import type { AggregationResult } from '../../domain/analysis/aggregations/collector.ts';
import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { textTable } from './textTable.ts';

interface Row {
  readonly label: string;
  readonly count: string;
  readonly values: string;
}

/** What aggregations found, as a table of counts: buckets stand below what they are of, with what was measured of each behind it. */
export function aggregationText(result: AggregationResult): string {
  const columns = [{ title: 'AGGREGATION' }, { title: 'COUNT', isNumber: true }, { title: 'VALUES' }];
  return textTable(
    columns,
    rowsOf(result, 0).map(({ label, count, values }) => [label, count, values]),
  );
}

function rowsOf(result: AggregationResult, depth: number): readonly Row[] {
  return partsOf(result).flatMap(([name, part]): readonly Row[] => {
    const label = `${'  '.repeat(depth)}${name}`;
    const buckets = bucketsOf(part);
    if (buckets.length === 0) return [rowOf(label, part), ...rowsOf(deeper(part), depth + 1)];
    const others = Number(part.sum_other_doc_count ?? 0);
    return [
      { label, count: '', values: '' },
      ...buckets.flatMap(([key, bucket]) => [
        rowOf(`${'  '.repeat(depth + 1)}${key}`, bucket),
        ...rowsOf(deeper(bucket), depth + 2),
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

function rowOf(label: string, part: AggregationResult): Row {
  const measured = partsOf(part).filter(([, value]) => !('buckets' in value || 'doc_count' in value));
  const own = measuresOf(part);
  const values = [...own, ...measured.flatMap(([name, value]) => measuresOf(value).map((text) => `${name} ${text}`))];
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

function measuresOf(part: AggregationResult): readonly string[] {
  const percents = Object.entries(asRecord(part.values)).map(
    ([percent, value]) => `p${Number(percent)} ${numberText(value)}`,
  );
  const plain = Object.entries(part)
    .filter(([name, value]) => !structure.has(name) && (typeof value === 'number' || value === null))
    .map(([name, value]) => (name === 'value' ? numberText(value) : `${name} ${numberText(value)}`));
  return [...plain, ...percents];
}

function numberText(value: unknown): string {
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : '-';
}
