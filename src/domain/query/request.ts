import type { Filter } from '../../../schemas/generated/insightsQuery.ts';
import type { Refinement } from '../analysis/refinement.ts';
import { readRefinement } from '../analysis/refinement.ts';
import { isRecord } from '../json/looseValues.ts';
import { writeJson } from '../json/writeJson.ts';
import { shellQuote } from '../sharing/shellQuote.ts';
import { wellFormed } from '../text/wellFormed.ts';
import type { CommitTimes } from '../time/commitDates.ts';
import type { DateRange, RangeProblem } from '../time/dates.ts';
import { resolveRange, toServiceTime } from '../time/dates.ts';
import type { InsightsQuery } from './query.ts';

export type { Filter };

export interface SortKey {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** What a query asks the service for: dates absolute, every default filled in. */
export interface SearchRequest {
  readonly range: DateRange;
  readonly filterBy?: Filter;
  readonly sortBy: readonly SortKey[];
  readonly projectFields?: readonly string[];
  /** The fields that the query names to be shown; `projectFields` may hold others, that sessions are refined by. */
  readonly columns?: readonly string[];
  readonly pageSize: number;
  readonly pageNumber: number;
  /** What is decided here on each session, and not sent. */
  readonly refinement?: Refinement;
  /** What is counted here over all sessions, and not sent: `aggs` as they are written, with every input filled in. */
  readonly aggs?: Readonly<Record<string, unknown>>;
}

/** Why a query makes no request. */
export class RequestError extends Error {
  readonly problem: RangeProblem;

  constructor(problem: RangeProblem) {
    super(problem.code);
    this.name = 'RequestError';
    this.problem = problem;
  }
}

export const defaultPageSize = 50;

const defaultSort: SortKey = { field: 'session_start_time', direction: 'desc' };

/** Without these a session can be neither opened nor told from another. */
const alwaysProjected: readonly string[] = ['id', 'session_start_time'];

/** What every row of a list is drawn from: what was not asked for must not look as if it were unknown. */
const rowFields: readonly string[] = [
  ...alwaysProjected,
  'source',
  'agent_information.name',
  'channel',
  'status',
  'channel_data.status_code',
  'channel_data.duration',
];

/** What is retrieved for a list when the query names no fields: all that rows show, and not `flow_path`, which is most of a session. */
export const listFields: readonly string[] = [
  'id',
  'session_start_time',
  'session_end_time',
  'status',
  'source',
  'destination',
  'channel',
  'channel_data',
  'agent_information',
  'language',
  'tags_list',
];

/**
 * The request of a query whose inputs are filled in. Throws a RequestError when its dates make no range. `commits`: the times of those that
 * its dates name; `refsIn` says which.
 */
export function toSearchRequest(query: InsightsQuery, now: Date, commits?: CommitTimes): SearchRequest {
  const range = resolveRange(
    {
      ...(query.from_date === undefined ? {} : { from: query.from_date }),
      ...(query.to_date === undefined ? {} : { to: query.to_date }),
    },
    now,
    commits,
  );
  if ('code' in range) throw new RequestError(range);
  const refinement = query.refine === undefined ? undefined : readRefinement(query.refine, now);
  const columns = readProjection(query.project_fields);
  const fields = withFieldsOf(refinement, columns);
  return {
    range,
    ...(query.filter_by && Object.keys(query.filter_by).length > 0 ? { filterBy: query.filter_by } : {}),
    sortBy: withTiebreaker(readSort(query.sort_by)),
    ...(fields.length > 0 ? { projectFields: fields } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    pageSize: Number(query.page_size ?? defaultPageSize),
    pageNumber: Number(query.page_number ?? 0),
    ...(refinement ? { refinement } : {}),
    ...(isRecord(query.aggs) ? { aggs: query.aggs } : {}),
  };
}

/** A session is refined by fields that it may not show. */
function withFieldsOf(refinement: Refinement | undefined, fields: readonly string[]): readonly string[] {
  if (!refinement) return fields;
  return [...new Set([...(fields.length > 0 ? fields : listFields), ...refinement.fields])];
}

/** Reads both forms of `sort_by`: a list of keys, or one string with commas. */
export function readSort(sort: InsightsQuery['sort_by']): readonly SortKey[] {
  const texts = (typeof sort === 'string' ? sort.split(',') : (sort ?? [])).map((text) => text.trim());
  const keys = texts.flatMap((text): SortKey[] => {
    const found = /^(.+?)(?::(asc|desc))?$/i.exec(text);
    if (!found?.[1]) return [];
    return [{ field: found[1], direction: found[2]?.toLowerCase() === 'desc' ? 'desc' : 'asc' }];
  });
  return keys.length > 0 ? keys : [defaultSort];
}

/** Sessions that are equal in every key could come in another order on the next page: their id decides. */
function withTiebreaker(keys: readonly SortKey[]): readonly SortKey[] {
  return keys.some((key) => key.field === 'id') ? keys : [...keys, { field: 'id', direction: 'asc' }];
}

/** Reads both forms of `project_fields`: a list, or a JSON list in a string. */
export function readProjection(fields: InsightsQuery['project_fields']): readonly string[] {
  const names = typeof fields === 'string' ? (fields.match(/[^\s,"'[\]]+/g) ?? []) : (fields ?? []);
  return [...new Set(names)];
}

/** One page of one window, as names and values that are not encoded yet. */
export function searchParameters(
  request: SearchRequest,
  window: DateRange,
  page: number,
): readonly (readonly [name: string, value: string])[] {
  const fields = request.projectFields ? [...new Set([...alwaysProjected, ...request.projectFields])] : listFields;
  return [
    ['from_date', toServiceTime(window.from)],
    ['to_date', toServiceTime(window.to)],
    ['page_number', String(page)],
    ['page_size', String(request.pageSize)],
    ['sort_by', request.sortBy.map(({ field, direction }) => `${field}:${direction}`).join(',')],
    ['project_fields', JSON.stringify(fields)],
    ...(request.filterBy ? [['filter_by', writeJson(request.filterBy)] as const] : []),
  ];
}

/** What a list asks for of each session: the query's fields, and beside them those that every row is drawn from. */
export function fieldsOfList({ projectFields }: Pick<SearchRequest, 'projectFields'>): readonly string[] {
  if (!projectFields || projectFields.length === 0) return listFields;
  // An object that is asked for brings what is in it.
  const isBrought = (row: string): boolean =>
    projectFields.some((field) => field === row || row.startsWith(`${field}.`));
  return [...rowFields.filter((row) => !isBrought(row)), ...projectFields];
}

/** Names and values as `URLSearchParams` encodes them; a lone surrogate becomes the replacement character, as there. */
export function encodeParameters(parameters: readonly (readonly [name: string, value: string])[]): string {
  return parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

function encode(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/[!'()~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** The first page of a request (or of one of its windows) as a command for a POSIX shell. The key is read from the environment. */
export function toCurl(origin: string, request: SearchRequest, window: DateRange = request.range): string {
  const url = `${origin.replace(/\/+$/, '')}/insights/sessions?${encodeParameters(searchParameters(request, window, request.pageNumber))}`;
  return `curl --globoff --header "X-Vgai-Key: $INSIGHTS_API_KEY" ${shellQuote(url)}`;
}
