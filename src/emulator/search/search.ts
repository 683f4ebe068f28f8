import { DocSet } from './docSet.ts';
import { evaluate } from './evaluate.ts';
import type { SearchParameters } from './searchParameters.ts';
import type { SessionIndex } from './sessionIndex.ts';
import { firstInOrder } from './sort.ts';

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly unknown[];
}

/** What comes between the order of a search and its page. */
export interface Arrangement {
  /** The order that pages are taken of. */
  arrange?(docs: Uint32Array): Uint32Array;
  /** What is given of a page. */
  give(docs: readonly number[]): readonly number[];
}

/** Answers a search: the sessions of the range that the filter finds, in order, one page of them. */
export function search(index: SessionIndex, parameters: SearchParameters, arrangement?: Arrangement): SearchResult {
  const found = new DocSet(index.size);
  index.field('session_start_time')?.collectBetween(parameters.first, parameters.last, found);
  found.keep(parameters.filter ? evaluate(parameters.filter, index) : index.live());
  const docs = found.numbers();
  const start = parameters.pageNumber * parameters.pageSize;
  const end = Math.min(start + parameters.pageSize, docs.length);
  const arrange = arrangement?.arrange?.bind(arrangement);
  // Only who changes the order needs all of it.
  const ordered = (): Uint32Array => firstInOrder(docs, parameters.sort, { index, count: arrange ? docs.length : end });
  const page = start < end ? [...(arrange ? arrange(ordered()) : ordered()).subarray(start, end)] : [];
  const given = arrangement?.give(page) ?? page;
  return { total: docs.length, hits: given.map((doc) => parameters.project(index.document(doc))) };
}
