import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asRecord } from '../../../domain/json/looseValues.ts';
import type { Counted, FrequentValues } from './askedFacet.ts';
import { mostValues } from './askedFacet.ts';
import { countsIn, theseValues } from './keptFacet.ts';

/** So many values each shard tells of itself: below the buckets that a cluster makes at once. */
const mostOfShard = 20_000;
const mostCandidates = 4000;

/** Values that may be the most frequent ones. */
export interface Candidates {
  /** With as many sessions as are known of each, which may be more. */
  readonly counts: readonly Counted[];
  /** No other value has more sessions. */
  readonly mostOfOthers: number;
  /** The counts are all there is. */
  readonly areSure: boolean;
}

export function candidatesQuery(field: string): LooseRecord {
  return { values: { terms: { field, size: mostCandidates, shard_size: mostOfShard } } };
}

export function readCandidates({ values }: LooseRecord): Candidates {
  const { doc_count_error_upper_bound: error, sum_other_doc_count: others } = asRecord(values);
  const counts = countsIn(values);
  // What no shard told of has as many as were the fewest that each told of, at most; what was cut off here has those beside them.
  const [, fewest = 0] = Number(others ?? 0) > 0 ? (counts.at(-1) ?? []) : [];
  const unsure = Number(error ?? 0);
  return { counts, mostOfOthers: fewest + unsure, areSure: unsure === 0 };
}

/** How many sessions have each of the candidates, all shards together. */
export function countQuery(field: string, { counts }: Candidates): LooseRecord {
  const texts = counts.map(([text]) => text);
  return { values: { terms: theseValues(field, texts) } };
}

/** Those of the candidates that no other value comes before; undefined where there is none. */
export function frequentOf(
  counts: readonly Counted[],
  { mostOfOthers }: Pick<Candidates, 'mostOfOthers'>,
): FrequentValues | undefined {
  const first = counts.filter(([, count]) => count >= mostOfOthers).slice(0, mostValues);
  return first.length === 0
    ? undefined
    : { counts: first, hasOthers: mostOfOthers > 0 || first.length < counts.length };
}
