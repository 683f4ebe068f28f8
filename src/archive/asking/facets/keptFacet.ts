import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asList, asRecord } from '../../../domain/json/looseValues.ts';
import { keptFacets } from '../../../domain/results/facets/sessionFacets.ts';
import { facetsField } from '../../mapping/archivedField.ts';
import type { AskedFacet, Counted, FrequentValues } from './askedFacet.ts';
import { countOf, inOrder, mostValues } from './askedFacet.ts';

/** Where the values of a facet are kept beside each session; undefined of one that follows from something else. */
export function fieldOf(facet: string): string | undefined {
  return (keptFacets as readonly string[]).includes(facet) ? `${facetsField}.${facet}` : undefined;
}

/** A facet whose values are kept. What was chosen of it is counted however few have it. */
export function keptAsked(facet: string, field: string, chosen: readonly string[]): AskedFacet {
  return {
    field,
    aggs: {
      values: { terms: { field, size: mostValues, shard_size: mostValues } },
      none: { missing: { field } },
      ...(chosen.length > 0 ? { chosen: { terms: theseValues(field, chosen) } } : {}),
    },
    read: (answer, frequent) => {
      // Where a shard keeps values to itself, others may have more than it says.
      const isSure = Number(asRecord(answer.values).doc_count_error_upper_bound ?? 0) === 0;
      const found = frequent ?? (isSure ? frequentIn(answer.values) : undefined);
      if (!found) return undefined;
      const counts = new Map<string, number>([...found.counts, ...countsIn(answer.chosen), ['', countOf(answer.none)]]);
      return { values: inOrder(facet, [...counts]), hasOthers: found.hasOthers };
    },
  };
}

/** These values alone, each of which every shard counts. */
export function theseValues(field: string, texts: readonly string[]): LooseRecord {
  return { field, include: texts, size: texts.length, shard_size: texts.length };
}

/** The values that an answer has, with their counts. */
export function countsIn(values: unknown): readonly Counted[] {
  return asList(asRecord(values).buckets).map((bucket) => [String(asRecord(bucket).key), countOf(bucket)] as const);
}

function frequentIn(values: unknown): FrequentValues {
  return { counts: countsIn(values), hasOthers: Number(asRecord(values).sum_other_doc_count ?? 0) > 0 };
}
