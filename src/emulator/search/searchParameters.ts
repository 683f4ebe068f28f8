import { projection } from '../../domain/session/fields/projection.ts';
import { namesDay } from '../../domain/time/readIsoTime.ts';
import { readTime } from '../../domain/time/readTime.ts';
import type { BoolFilter } from './filter.ts';
import { readFilter } from './filter.ts';
import { parseParameter } from './parseParameter.ts';
import { invalid } from './refusal.ts';
import type { SortKey } from './sort.ts';
import { readSort } from './sort.ts';

/** The parameters of a search, understood. */
export interface SearchParameters {
  readonly first: number;
  readonly last: number;
  readonly filter: BoolFilter | undefined;
  readonly sort: readonly SortKey[];
  readonly project: (document: unknown) => unknown;
  readonly pageSize: number;
  readonly pageNumber: number;
}

const mostDays = 60;
const mostHits = 10_000;
const msPerDay = 86_400_000;

/** What the service echoes of the page: the texts as they were given. */
export function echoedPage(query: URLSearchParams): { page_size: string; page_number: string } {
  return { page_size: query.get('page_size') ?? '10', page_number: query.get('page_number') ?? '0' };
}

/** Reads the query of a search; refuses what the service refuses. Parameters that it does not know are left alone. */
export function readSearchParameters(query: URLSearchParams): SearchParameters {
  const page = readPage(query);
  const filter = single(query, 'filter_by');
  const sort = single(query, 'sort_by');
  return {
    ...readDates(query),
    filter: filter === undefined ? undefined : readFilter(parseParameter('filter_by', filter)),
    sort: sort === undefined ? [] : readSort(sort),
    project: projection(readProjectFields(single(query, 'project_fields'))),
    ...page,
  };
}

/** The one value of a parameter; undefined when it is not given. */
export function single(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw invalid(`${name}: given ${values.length} times`);
  return values[0];
}

function readDates(query: URLSearchParams) {
  const from = readDate(query, 'from_date');
  const to = readDate(query, 'to_date');
  // The distance is that of the two dates as they are given: 60 days apart are allowed, and the last day is then included whole.
  const end = namesDay(to) ? to.first : to.last + 1 - msPerDay;
  if (end - from.first > mostDays * msPerDay)
    throw invalid(`from_date, to_date: the system only supports date ranges up to ${mostDays} days apart`);
  if (to.last < from.first) throw invalid('from_date, to_date: the range ends before it starts');
  return { first: from.first, last: to.last };
}

function readDate(query: URLSearchParams, name: string) {
  const text = single(query, name);
  if (text === undefined) throw invalid(`${name}: required, an isoformatted date or datetime`);
  const span = readTime(text);
  if ('code' in span) throw invalid(`${name}: [${text}] is not an isoformatted date or datetime`);
  return span;
}

function readPage(query: URLSearchParams) {
  const pageSize = readCount(query, 'page_size') ?? 10;
  const pageNumber = readCount(query, 'page_number') ?? 0;
  if ((pageNumber + 1) * pageSize > mostHits)
    throw invalid(`page_number, page_size: (page_number + 1) * page_size must be at most ${mostHits}`);
  return { pageSize, pageNumber };
}

function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = single(query, name);
  if (text !== undefined && !/^\d{1,9}$/.test(text)) throw invalid(`${name}: [${text}] is not a whole number from 0`);
  return text === undefined ? undefined : Number(text);
}

function readProjectFields(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const value = parseParameter('project_fields', text);
  if (!Array.isArray(value) || !value.every((path) => typeof path === 'string'))
    throw invalid('project_fields: expected a list of field names such as ["source","channel_data.duration"]');
  return value;
}
