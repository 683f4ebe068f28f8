import { closest } from '../../text/closest.ts';
import { queryOfUrl } from '../pasted/addressQuery.ts';
import { bodyOf } from '../pasted/bodyOf.ts';
import { findUrl } from '../pasted/findUrl.ts';
import { isObject } from '../pasted/isObject.ts';
import { isClauseKey } from '../pasted/searchBody.ts';
import { readSearchRequest } from '../pasted/searchRequest.ts';
import type { ParsedQuery } from '../query.ts';
import { occurrences } from '../queryClauses.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** The keys of a query file. */
export const queryKeys: readonly string[] = [
  ...['$schema', 'name', 'description', 'connection', 'inputs', 'from_date', 'to_date', 'filter_by'],
  ...['refine', 'sort_by', 'project_fields', 'page_size', 'page_number', 'aggs', 'expect', 'fixtures'],
];

/** Keys that no query file has, and that nothing but the body of a search can be meant by. */
const onlyOfBody: ReadonlySet<string> = new Set([
  ...['_source', 'sort', 'aggregations', 'track_total_hits', 'post_filter'],
]);

/** A key of a search that means the same as one of a query. */
const meant: ReadonlyMap<string, string> = new Map([['size', 'page_size']]);

const filterKeys: ReadonlySet<string> = new Set([...occurrences, 'bool']);

/** A pasted request, a filter that lacks its `filter_by`, and keys that no query has. */
export function findShapeProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  if (!isObject(query)) {
    const url = findUrl(query.text);
    const length = query.text.trim().length;
    const offset = query.text.length - query.text.trimStart().length;
    const search = url ? undefined : readSearchRequest(query.text);
    if (url) found.push(pasted({ offset, length }, url));
    if (search) found.push(problem({ offset, length }, { code: 'searchBody', lost: search.lost }));
    return found;
  }
  const body = query.properties.find(
    ({ name, value }) =>
      (name === 'query' && value?.type === 'object') ||
      onlyOfBody.has(name) ||
      (isClauseKey(name) && isStructure(value)),
  );
  if (body) return [problem(body.key, { code: 'searchBody', lost: bodyOf(query).lost })];
  const misplaced = query.properties.filter(({ name }) => filterKeys.has(name));
  const [first] = misplaced;
  if (first) found.push(problem(first.key, { code: 'topLevelFilter', keys: misplaced.map(({ name }) => name) }));
  for (const { name, key, value, node } of query.properties) {
    const literal = name === 'name' || name === 'description' || name === '$schema';
    const url = value?.type === 'string' && !literal ? findUrl(String(value.value)) : undefined;
    if (url) {
      found.push(pasted(node, url));
    } else if (!filterKeys.has(name) && !queryKeys.includes(name)) {
      const suggestion = meant.get(name) ?? closest(name, queryKeys, 1)[0];
      found.push(problem(key, { code: 'unknownKey', key: name, ...(suggestion ? { suggestion } : {}) }));
    }
  }
  const kept = pastedWhole(query, found);
  return kept ? [kept] : found;
}

/** A file of another tool that holds a request somewhere: a collection, a recording of a browser. */
function pastedWhole(
  { root, text, properties }: ParsedQuery,
  found: readonly QueryProblem[],
): QueryProblem | undefined {
  if (!root || properties.some(({ name }) => queryKeys.includes(name) && name !== 'name')) return undefined;
  if (found.some(({ code }) => code !== 'unknownKey') || found.length === 0) return undefined;
  const url = findUrl(text);
  return url === undefined ? undefined : pasted({ offset: root.offset, length: root.length }, url);
}

function isStructure(value: { readonly type: string } | undefined): boolean {
  return value?.type === 'object' || value?.type === 'array';
}

function pasted(place: { readonly offset: number; readonly length: number }, url: string): QueryProblem {
  return problem(place, { code: 'pastedUrl', url, ...(queryOfUrl(url) ? {} : { unreadable: 'filter_by' }) });
}
