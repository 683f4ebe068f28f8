import { readRefinement } from '../../analysis/refinement.ts';
import { isRecord } from '../../json/looseValues.ts';
import { writeJson } from '../../json/writeJson.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { InsightsQuery } from '../query.ts';

/** Keys of the body of an Elasticsearch search that a query file says in other words. */
export const bodyKeys: readonly string[] = [
  ...['query', 'size', 'from', 'sort', '_source', 'track_total_hits', 'aggregations'],
];

/** Clauses of a search that somebody pasted without its `query`. */
const clauseKeys: ReadonlySet<string> = new Set([
  ...['term', 'terms', 'match', 'match_phrase', 'match_all', 'multi_match', 'range', 'exists', 'prefix', 'wildcard'],
  ...['regexp', 'fuzzy', 'ids', 'nested', 'query_string', 'simple_query_string', 'constant_score', 'filter'],
]);

/** Whether a key at the top can only be part of a search. */
export function isClauseKey(name: string): boolean {
  return clauseKeys.has(name);
}

/** What the body of a search asks, as a query asks it: of the service, else in `refine`. `lost` are the parts that neither can say. */
export interface TranslatedBody {
  readonly query: InsightsQuery;
  readonly lost: readonly string[];
}

type Clauses = { must: unknown[]; must_not: unknown[]; should: unknown[] };
type Refined = Pick<Clauses, 'must' | 'must_not'>;

/** Translates the body of an Elasticsearch search. `body` holds its keys alone. */
export function translateBody(body: Readonly<Record<string, unknown>>): TranslatedBody {
  const lost: string[] = [];
  const dates: { from_date?: string; to_date?: string } = {};
  const refined: Refined = { must: [], must_not: [] };
  const clauses = Object.entries(body).filter(([name]) => isClauseKey(name));
  if (body.query !== undefined) lost.push(...clauses.map(([name]) => name));
  const asked =
    body.query ?? (clauses.length > 0 ? { bool: { filter: clauses.flatMap(clausesOf) } } : { match_all: {} });
  const filter = withoutEmpty(readQuery(asked, { lost, dates, refined }));
  const refine = withoutEmpty(refined);
  const { size, from = 0, aggregations } = body;
  const page =
    typeof size === 'number' && size > 0 && typeof from === 'number' ? from / size : from === 0 ? 0 : Number.NaN;
  if (!Number.isInteger(page)) lost.push('from');
  const sort = readSort(body.sort);
  if (!sort) lost.push('sort');
  const fields = readFields(body._source);
  if (!fields) lost.push('_source');
  const query = {
    ...dates,
    ...(Object.keys(filter).length > 0 ? { filter_by: filter } : {}),
    ...(Object.keys(refine).length > 0 ? { refine } : {}),
    ...(sort && sort.length > 0 ? { sort_by: sort } : {}),
    ...(fields && fields.length > 0 ? { project_fields: fields } : {}),
    // Without sessions a search has only counts, which come with any page.
    ...(typeof size === 'number' && size > 0 ? { page_size: size } : {}),
    ...(Number.isInteger(page) && page > 0 ? { page_number: page } : {}),
    ...(isRecord(aggregations) ? { aggs: aggregations } : {}),
  };
  return { query: query as InsightsQuery, lost };
}

/** A clause of a search in words that the service knows; undefined where there are none. */
export function clauseForService(clause: unknown): unknown {
  const lost: string[] = [];
  const [only, ...others] = readClause(clause, { lost });
  return lost.length === 0 && others.length === 0 ? only : undefined;
}

/** A filter at the top is a clause, several of them, or the lists of a `bool`. */
function clausesOf([kind, value]: readonly [string, unknown]): readonly unknown[] {
  if (kind !== 'filter') return [{ [kind]: value }];
  if (Array.isArray(value)) return value as readonly unknown[];
  return [isRecord(value) && Object.keys(value).every((key) => boolKeys.has(key)) ? { bool: value } : value];
}

const boolKeys: ReadonlySet<string> = new Set(['must', 'must_not', 'should', 'filter', 'minimum_should_match']);

interface Reading {
  readonly lost: string[];
  /** Where a range of the start goes; nested queries have no dates of their own. */
  readonly dates?: { from_date?: string; to_date?: string };
  /** Where clauses go that the service cannot be asked, when all of them must hold. */
  readonly refined?: Refined;
}

function readQuery(query: unknown, reading: Reading): Clauses {
  const found: Clauses = { must: [], must_not: [], should: [] };
  const [kind, body] = onlyEntry(query);
  if (kind === 'match_all') return found;
  if (kind !== 'bool') {
    found.must.push(...readConjunct(query, reading, 'must'));
    return found;
  }
  const bool: Readonly<Record<string, unknown>> = isRecord(body) ? body : {};
  const { lost, refined } = reading;
  for (const [key, value] of Object.entries(bool)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (key === 'must' || key === 'filter') {
      found.must.push(...list.flatMap((clause) => readConjunct(clause, reading, 'must')));
    } else if (key === 'must_not') {
      found.must_not.push(
        ...list.flatMap((clause) => readConjunct(clause, withRefined({ lost }, refined), 'must_not')),
      );
    } else if (key === 'should') found.should.push(...readShould(bool, list, reading));
    else if (key !== 'minimum_should_match' || bool.should === undefined) lost.push(key);
  }
  return found;
}

/** A clause that must hold, or must not: what the service cannot be asked is decided on each session. */
function readConjunct(clause: unknown, reading: Reading, occurrence: keyof Refined): readonly unknown[] {
  const lost: string[] = [];
  const read = readClause(clause, reading.dates ? { lost, dates: reading.dates } : { lost });
  if (lost.length === 0) return read;
  if (reading.refined && isRefinable(clause)) reading.refined[occurrence].push(clause);
  else reading.lost.push(...lost);
  return [];
}

/** Of these one must hold, or as many as is said: the service knows only the former. */
function readShould(
  { minimum_should_match: least = 1 }: Readonly<Record<string, unknown>>,
  list: readonly unknown[],
  { lost: all, refined }: Reading,
): readonly unknown[] {
  const lost: string[] = least === 1 ? [] : ['minimum_should_match'];
  const read = list.flatMap((clause) => readClause(clause, { lost }));
  if (lost.length === 0) return read;
  const whole = { bool: { should: list, minimum_should_match: least } };
  if (refined && isRefinable(whole)) refined.must.push(whole);
  else all.push(...lost);
  return [];
}

/** Whether `refine` can decide a clause. */
export function isRefinable(clause: unknown): boolean {
  return readRefinement({ must: [clause] }, new Date(0)).problems.length === 0;
}

function withRefined(reading: Reading, refined: Refined | undefined): Reading {
  return refined ? { ...reading, refined } : reading;
}

/** What says more than the value of a clause; how much it weighs in the order means nothing here. */
function plainValue(value: unknown, key: 'value' | 'query'): unknown {
  if (!isRecord(value)) return value;
  return Object.keys(value).every((name) => name === key || name === 'boost') ? value[key] : undefined;
}

function readClause(clause: unknown, reading: Reading): readonly unknown[] {
  const [kind = '', body] = onlyEntry(clause);
  const [field, value] = onlyEntry(body);
  switch (kind) {
    case 'match_all':
      return [];
    case 'constant_score':
      if (isRecord(body) && body.filter !== undefined) return readClause(body.filter, reading);
      break;
    case 'term':
    case 'match': {
      const plain = plainValue(value, kind === 'term' ? 'value' : 'query');
      if (field !== undefined && plain !== undefined && !Array.isArray(plain)) return [{ [kind]: { [field]: plain } }];
      break;
    }
    case 'terms':
      // None of no values is found, and a `should` without clauses finds everything.
      if (field !== undefined && Array.isArray(value) && value.length > 0) {
        const any = value.map((one: unknown) => ({ term: { [field]: one } }));
        return any.length === 1 ? any : [{ bool: { should: any } }];
      }
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

/** A range of the start is the query's own; false when that cannot say all of it. */
function takeRange(range: Readonly<Record<string, unknown>>, dates: NonNullable<Reading['dates']>): boolean {
  const bounds = Object.entries(range);
  if (bounds.some(([, value]) => typeof value !== 'string')) return false;
  let whole = true;
  for (const [bound, value] of bounds as [string, string][]) {
    const date = bound.startsWith('g') ? 'from_date' : 'to_date';
    if (!/^[gl]te?$/.test(bound) || dates[date] !== undefined) whole = false;
    // The service counts to the second.
    else if (bound === 'lt') dates[date] = `${value}${/^now|\|\|/.test(value) ? '' : '||'}-1s`;
    else {
      dates[date] = value;
      // What begins just then is still to be left out.
      if (bound === 'gt') whole = false;
    }
  }
  return whole;
}

function readSort(sort: unknown): readonly string[] | undefined {
  const keys = sort === undefined ? [] : Array.isArray(sort) ? sort : [sort];
  const read = keys.map((key: unknown) => {
    if (typeof key === 'string') return key === '_score' ? undefined : key.includes(':') ? key : `${key}:asc`;
    const [field, order] = onlyEntry(key);
    const direction = isRecord(order) ? (order.order ?? 'asc') : order;
    // How well a session fits is nothing that it has.
    if (field === '_score') return undefined;
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

function withoutEmpty(clauses: Partial<Clauses>): Partial<Clauses> {
  return Object.fromEntries(Object.entries(clauses).filter(([, list]) => list.length > 0));
}
