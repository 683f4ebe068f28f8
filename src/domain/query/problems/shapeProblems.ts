import { closest } from '../../text/closest.ts';
import { findUrl } from '../pastedUrl.ts';
import type { ParsedQuery } from '../query.ts';
import { occurrences } from '../queryClauses.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** The keys of a query file. */
export const queryKeys: readonly string[] = [
  ...['$schema', 'name', 'description', 'connection', 'inputs', 'from_date', 'to_date', 'filter_by'],
  ...['sort_by', 'project_fields', 'page_size', 'page_number'],
];

const filterKeys: ReadonlySet<string> = new Set([...occurrences, 'bool']);

/** A pasted request, a filter that lacks its `filter_by`, and keys that no query has. */
export function findShapeProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  const root = query.root;
  if (root?.type !== 'object') {
    const url = findUrl(query.text);
    const length = query.text.trim().length;
    if (url)
      found.push(
        problem({ offset: query.text.length - query.text.trimStart().length, length }, { code: 'pastedUrl', url }),
      );
    return found;
  }
  const misplaced = query.properties.filter(({ name }) => filterKeys.has(name));
  const [first] = misplaced;
  if (first) found.push(problem(first.key, { code: 'topLevelFilter', keys: misplaced.map(({ name }) => name) }));
  for (const { name, key, value, node } of query.properties) {
    const literal = name === 'name' || name === 'description' || name === '$schema';
    const url = value?.type === 'string' && !literal ? findUrl(String(value.value)) : undefined;
    if (url) {
      found.push(problem(node, { code: 'pastedUrl', url }));
    } else if (!filterKeys.has(name) && !queryKeys.includes(name)) {
      const suggestion = closest(name, queryKeys, 1)[0];
      found.push(problem(key, { code: 'unknownKey', key: name, ...(suggestion ? { suggestion } : {}) }));
    }
  }
  return found;
}
