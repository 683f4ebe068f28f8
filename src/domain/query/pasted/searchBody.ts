import { isRecord } from '../../json/looseValues.ts';
import { writeJson } from '../../json/writeJson.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { InsightsQuery } from '../query.ts';

/** Keys of the body of an Elasticsearch search that a query file says in other words. */
export const bodyKeys: readonly string[] = ['query', 'size', 'from', 'sort', '_source', 'track_total_hits'];

/** What the body of a search asks, as a query asks it; `lost` are the parts that the service cannot be asked for. */
export interface TranslatedBody {
  readonly query: InsightsQuery;
  readonly lost: readonly string[];
}

type Clauses = { must: unknown[]; must_not: unknown[]; should: unknown[] };

/** Translates the body of an Elasticsearch search. `body` holds its keys alone. */
export function translateBody(body: Readonly<Record<string, unknown>>): TranslatedBody {
  const lost: string[] = [];
  const dates: { from_date?: string; to_date?: string } = {};
  const filter = withoutEmpty(readQuery(body.query, { lost, dates }));
  const { size, from = 0 } = body;
  const page = typeof size === 'number' && typeof from === 'number' ? from / size : from === 0 ? 0 : Number.NaN;
  if (!Number.isInteger(page)) lost.push('from');
  const sort = readSort(body.sort);
  if (!sort) lost.push('sort');
  const fields = readFields(body._source);
  if (!fields) lost.push('_source');
  const query = {
    ...dates,
    ...(Object.keys(filter).length > 0 ? { filter_by: filter } : {}),
    ...(sort && sort.length > 0 ? { sort_by: sort } : {}),
    ...(fields && fields.length > 0 ? { project_fields: fields } : {}),
    ...(typeof size === 'number' ? { page_size: size } : {}),
    ...(page > 0 ? { page_number: page } : {}),
  };
  return { query: query as InsightsQuery, lost };
}

interface Reading {
  readonly lost: string[];
  /** Where a range of the start goes; nested queries have no dates of their own. */
  readonly dates?: { from_date?: string; to_date?: string };
}

function readQuery(query: unknown, reading: Reading): Clauses {
  const found: Clauses = { must: [], must_not: [], should: [] };
  const [kind, body] = onlyEntry(query);
  if (kind === 'match_all') return found;
  if (kind !== 'bool') {
    found.must.push(...readClause(query, reading));
    return found;
  }
  for (const [key, value] of Object.entries(isRecord(body) ? body : {})) {
    const list = Array.isArray(value) ? value : [value];
    if (key === 'must' || key === 'filter') found.must.push(...list.flatMap((clause) => readClause(clause, reading)));
    else if (key === 'must_not' || key === 'should') {
      const { lost } = reading;
      found[key].push(...list.flatMap((clause) => readClause(clause, { lost })));
    } else if (key !== 'minimum_should_match' || value !== 1) reading.lost.push(key);
  }
  return found;
}

function readClause(clause: unknown, reading: Reading): readonly unknown[] {
  const [kind = '', body] = onlyEntry(clause);
  const [field, value] = onlyEntry(body);
  switch (kind) {
    case 'match_all':
      return [];
    case 'term':
    case 'match':
      if (field !== undefined && !Array.isArray(value)) return [clause];
      break;
    case 'terms':
      if (field !== undefined && Array.isArray(value))
        return [{ bool: { should: value.map((one: unknown) => ({ term: { [field]: one } })) } }];
      break;
    case 'bool': {
      const { lost } = reading;
      return [{ bool: withoutEmpty(readQuery(clause, { lost })) }];
    }
    case 'range':
      if (field === 'session_start_time' && reading.dates && isRecord(value) && takeRange(value, reading.dates))
        return [];
  }
  reading.lost.push(kind || writeJson(clause));
  return [];
}

/** A range of the start is the query's own; false when it cannot say the same. */
function takeRange(range: Readonly<Record<string, unknown>>, dates: NonNullable<Reading['dates']>): boolean {
  for (const [bound, value] of Object.entries(range)) {
    if (typeof value !== 'string') return false;
    if (bound === 'gte') dates.from_date = value;
    else if (bound === 'lte') dates.to_date = value;
    // The service counts to the second.
    else if (bound === 'lt')
      dates.to_date = `${value}${value.startsWith('now') || value.includes('||') ? '' : '||'}-1s`;
    else return false;
  }
  return true;
}

function readSort(sort: unknown): readonly string[] | undefined {
  const keys = sort === undefined ? [] : Array.isArray(sort) ? sort : [sort];
  const read = keys.map((key: unknown) => {
    if (typeof key === 'string') return key.includes(':') ? key : `${key}:asc`;
    const [field, order] = onlyEntry(key);
    const direction = isRecord(order) ? (order.order ?? 'asc') : order;
    return field === undefined || (direction !== 'asc' && direction !== 'desc') ? undefined : `${field}:${direction}`;
  });
  return read.every((key) => key !== undefined) ? read : undefined;
}

function readFields(source: unknown): readonly string[] | undefined {
  const fields = isRecord(source) ? source.includes : source;
  if (fields === undefined || fields === true) return [];
  const list: readonly unknown[] = Array.isArray(fields) ? fields : [fields];
  return list.every((field): field is string => typeof field === 'string' && !field.includes('*')) ? list : undefined;
}

function onlyEntry(value: unknown): readonly [string, unknown] | readonly [undefined, undefined] {
  const [entry, ...more] = isRecord(value) ? entriesOf(value) : [];
  return entry && more.length === 0 ? entry : [undefined, undefined];
}

function withoutEmpty(clauses: Clauses): Partial<Clauses> {
  return Object.fromEntries(Object.entries(clauses).filter(([, list]) => list.length > 0));
}
