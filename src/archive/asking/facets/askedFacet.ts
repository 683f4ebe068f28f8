import type { CountedFacet } from '../../../api/client/rangeService.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asRecord } from '../../../domain/json/looseValues.ts';
import type { FacetValue } from '../../../domain/results/facets/facetValues.ts';
import { valuesInOrder } from '../../../domain/results/facets/valuesInOrder.ts';

/** A facet as an engine is asked it, of the sessions that it is counted over. */
export interface AskedFacet {
  readonly aggs: LooseRecord;
  /** Undefined where several indexes have so many values that no count is sure, and its most frequent ones were not given. */
  readonly read: (answer: LooseRecord, frequent?: FrequentValues) => CountedFacet | undefined;
  /** Where its most frequent values can be asked for by themselves. */
  readonly field?: string;
}

/** The most frequent values of a field, each with how many sessions have it. */
export interface FrequentValues {
  readonly counts: readonly Counted[];
  /** There are others, of no more sessions than any of these. */
  readonly hasOthers: boolean;
}

export type Counted = readonly [text: string, count: number];

/** So many values of a facet are told apart; people look at the first few hundred. */
export const mostValues = 2000;

export function countOf(bucket: unknown): number {
  return Number(asRecord(bucket).doc_count ?? 0);
}

export function inOrder(facet: string, counts: readonly Counted[]): readonly FacetValue[] {
  const column = { texts: counts.map(([text]) => text) };
  return valuesInOrder(facet, { column, counts: counts.map(([, count]) => count) });
}
