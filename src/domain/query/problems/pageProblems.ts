import type { Node } from 'jsonc-parser';
import type { ParsedQuery } from '../query.ts';
import { defaultPageSize } from '../request.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** How deep the service pages: Elasticsearch's default. */
const resultLimit = 10_000;

/** Page numbers and sizes that the service refuses. */
export function findPageProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  const number = numberAt(query, 'page_number');
  const size = numberAt(query, 'page_size');
  if (number && (number.value < 0 || number.value >= resultLimit)) {
    found.push(problem(number.node, { code: 'pageNumber', value: number.value, nearest: 0 }));
  }
  if (size && (size.value < 1 || size.value > resultLimit)) {
    const nearest = size.value < 1 ? defaultPageSize : resultLimit;
    found.push(problem(size.node, { code: 'pageSize', value: size.value, nearest }));
  }
  const [page, perPage] = [number?.value ?? 0, size?.value ?? defaultPageSize];
  if (number && found.length === 0 && (page + 1) * perPage > resultLimit) {
    found.push(problem(number.node, { code: 'pageTooDeep', lastPage: Math.floor(resultLimit / perPage) - 1 }));
  }
  return found;
}

function numberAt(query: ParsedQuery, name: string): { node: Node; value: number } | undefined {
  const node = query.properties.findLast((property) => property.name === name)?.value;
  return node?.type === 'number' ? { node, value: Number(node.value) } : undefined;
}
