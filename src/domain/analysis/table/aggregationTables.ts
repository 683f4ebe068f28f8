import { asRecord, isRecord } from '../../json/looseValues.ts';
import { DurationNames } from './durationNames.ts';

/** What one aggregation counted: a row for each of its buckets, also where it stands within others. */
export interface AggregationTable {
  /** The names of the aggregations from the outside in. */
  readonly names: readonly string[];
  /** Those of them whose buckets rows are told apart by. */
  readonly columns: readonly string[];
  /** Buckets that follow each other: those of time, and those of numbers. */
  readonly order: 'time' | 'number' | undefined;
  /** What was measured of each bucket: `duration p95`. */
  readonly measures: readonly string[];
  /** Those of them that are instants, in milliseconds. */
  readonly times: readonly string[];
  /** Those of them that are durations, in milliseconds. */
  readonly durations: readonly string[];
  /** Those of its columns whose keys are. */
  readonly durationColumns: readonly string[];
  readonly rows: readonly AggregationRow[];
}

export interface AggregationRow {
  /** The keys of the buckets from the outside in; the last is the row's own. Null for what a size cut off. */
  readonly keys: readonly (string | null)[];
  /** How many sessions, or entries; null for what was measured over all of them. */
  readonly count: number | null;
  /** By measure; null where it has no value. */
  readonly values: readonly (number | null)[];
}

/** The answer of `aggs` as tables, each aggregation before those within it. What was measured over all sessions comes first. */
export function aggregationTables(
  result: Readonly<Record<string, unknown>>,
  aggs?: unknown,
): readonly AggregationTable[] {
  const tables = new Map<string, OpenTable>();
  const durations = new DurationNames(aggs);
  const measures = measuresOf(result, [], durations);
  if (measures.length > 0) {
    const table = tableOf(tables, { names: [], columns: [], durationColumns: [] });
    table.rows.push({ keys: [], count: null, measures });
  }
  addBuckets(result, { names: [], columns: [], keys: [] }, { tables, durations });
  return [...tables.values()].map(closed);
}

interface OpenTable {
  readonly names: readonly string[];
  readonly columns: readonly string[];
  order: AggregationTable['order'];
  /** Those of its columns whose keys are durations. */
  readonly durationColumns: readonly string[];
  readonly rows: { keys: AggregationRow['keys']; count: number | null; measures: readonly Measure[] }[];
}

interface Measure {
  readonly name: string;
  readonly value: number | null;
  readonly is: 'time' | 'duration' | 'number';
}

interface Place {
  readonly names: readonly string[];
  readonly columns: readonly string[];
  readonly keys: AggregationRow['keys'];
  /** The columns whose keys are durations. */
  readonly durationColumns?: readonly string[];
}

function addBuckets(
  result: unknown,
  { names, columns, keys, durationColumns = [] }: Place,
  made: { readonly tables: Map<string, OpenTable>; readonly durations: DurationNames },
): void {
  const { tables, durations } = made;
  for (const [name, part] of Object.entries(asRecord(result))) {
    if (!isRecord(part) || isMeasure(part)) continue;
    const own = [...names, name];
    const ownColumns = [...columns, name];
    const ownDurations = durations.isBucket(own) ? [...durationColumns, name] : durationColumns;
    const table = tableOf(tables, { names: own, columns: ownColumns, durationColumns: ownDurations });
    // What has one bucket tells no rows apart.
    const isOne = !('buckets' in part);
    for (const { key, bucket, order } of bucketsOf(name, part)) {
      table.order ??= order;
      const at = [...keys, key];
      const count = typeof bucket.doc_count === 'number' ? bucket.doc_count : null;
      table.rows.push({ keys: at, count, measures: measuresOf(bucket, own, durations) });
      const place = isOne
        ? { names: own, columns, keys, durationColumns }
        : { names: own, columns: ownColumns, keys: at, durationColumns: ownDurations };
      addBuckets(bucket, place, made);
    }
    const others = Number(part.sum_other_doc_count ?? 0);
    if (others > 0) table.rows.push({ keys: [...keys, null], count: others, measures: [] });
  }
}

function tableOf(
  tables: Map<string, OpenTable>,
  { names, columns, durationColumns }: Pick<OpenTable, 'names' | 'columns' | 'durationColumns'>,
): OpenTable {
  const id = JSON.stringify(names);
  const known = tables.get(id);
  if (known) return known;
  const table: OpenTable = { names, columns, durationColumns, order: undefined, rows: [] };
  tables.set(id, table);
  return table;
}

function closed({ names, columns, durationColumns, order, rows }: OpenTable): AggregationTable {
  const all = rows.flatMap((row) => row.measures);
  const measures = [...new Set(all.map(({ name }) => name))];
  const thatAre = (kind: Measure['is']): readonly string[] => [
    ...new Set(all.filter((one) => one.is === kind).map(({ name }) => name)),
  ];
  return {
    names,
    columns,
    order,
    measures,
    times: thatAre('time'),
    durations: thatAre('duration'),
    durationColumns,
    rows: rows.map(({ keys, count, measures: own }) => {
      const values = new Map(own.map(({ name, value }) => [name, value]));
      return { keys, count, values: measures.map((name) => values.get(name) ?? null) };
    }),
  };
}

interface Bucket {
  readonly key: string;
  readonly bucket: Readonly<Record<string, unknown>>;
  readonly order?: AggregationTable['order'];
}

/** Those of a list, of an object by name, or the one of `filter` and `missing`. */
function bucketsOf(name: string, part: Readonly<Record<string, unknown>>): readonly Bucket[] {
  const { buckets } = part;
  if (isRecord(buckets)) return Object.entries(buckets).map(([key, bucket]) => ({ key, bucket: asRecord(bucket) }));
  if (!Array.isArray(buckets)) return [{ key: name, bucket: part }];
  return buckets.map((one: unknown, index) => {
    const bucket = asRecord(one);
    const { key = index + 1, key_as_string: text } = bucket;
    return { key: String(text ?? key), bucket, ...orderOf(part, bucket) };
  });
}

/** Values that were counted come with what their size cut off; what comes without it, and is numbers, lies side by side. */
function orderOf(
  part: Readonly<Record<string, unknown>>,
  bucket: Readonly<Record<string, unknown>>,
): Pick<Bucket, 'order'> {
  if ('sum_other_doc_count' in part || typeof bucket.key !== 'number') return {};
  return { order: typeof bucket.key_as_string === 'string' ? 'time' : 'number' };
}

function isMeasure(part: Readonly<Record<string, unknown>>): boolean {
  return !('buckets' in part) && !('doc_count' in part);
}

/** What was measured right here, by names that say how. */
function measuresOf(result: unknown, names: readonly string[], durations: DurationNames): readonly Measure[] {
  return Object.entries(asRecord(result)).flatMap(([name, part]): Measure[] => {
    if (!isRecord(part) || !isMeasure(part)) return [];
    const of = (values: Readonly<Record<string, unknown>>, nameOf: (property: string) => string): Measure[] =>
      Object.entries(values)
        .filter(([property]) => !property.endsWith(asText))
        .map(([property, value]) => ({
          name: nameOf(property),
          value: numberOf(value),
          is:
            `${property}${asText}` in values
              ? 'time'
              : durations.isMeasure([...names, name], property)
                ? 'duration'
                : 'number',
        }));
    if ('value' in part) return of(part, () => name);
    if (isRecord(part.values)) return of(part.values, (percent) => `${name} p${Number(percent)}`);
    return of(part, (measure) => `${name} ${measure}`);
  });
}

/** How Elasticsearch names the text beside a number. */
const asText = '_as_string';

/** A value as text: that of an instant as its time. Empty where there is none. */
export function valueText({ measures, times }: AggregationTable, at: number, value: number | null): string {
  if (value === null) return '';
  return times.includes(measures[at] ?? '') ? new Date(value).toISOString() : String(value);
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
