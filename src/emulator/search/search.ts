import { DocSet } from './docSet.ts';
import { evaluate } from './evaluate.ts';
import type { SearchParameters } from './searchParameters.ts';
import type { SessionIndex } from './sessionIndex.ts';
import { firstInOrder } from './sort.ts';

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly unknown[];
}

/** Answers a search: the sessions of the range that the filter finds, in order, one page of them. */
export function search(index: SessionIndex, parameters: SearchParameters): SearchResult {
  const found = new DocSet(index.size);
  index.field('session_start_time')?.collectBetween(parameters.first, parameters.last, found);
  found.keep(parameters.filter ? evaluate(parameters.filter, index) : index.live());
  const docs = found.numbers();
  const start = parameters.pageNumber * parameters.pageSize;
  const end = Math.min(start + parameters.pageSize, docs.length);
  const page = start < end ? firstInOrder(docs, parameters.sort, { index, count: end }).subarray(start) : [];
  return { total: docs.length, hits: Array.from(page, (doc) => parameters.project(index.document(doc))) };
}
