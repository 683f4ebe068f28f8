import type { FacetCounts, FacetQuestion } from '../../api/client/rangeService.ts';
import { asRecord } from '../../domain/json/looseValues.ts';
import type { EngineQuery } from '../asking/engineQuery.ts';
import { allOf } from '../asking/engineQuery.ts';
import type { FrequentValues } from '../asking/facets/askedFacet.ts';
import { facetQuery } from '../asking/facets/facetQuery.ts';
import { candidatesQuery, countQuery, frequentOf, readCandidates } from '../asking/facets/frequentQuery.ts';
import { countsIn } from '../asking/facets/keptFacet.ts';
import { rangeQuery } from '../asking/rangeQuery.ts';
import type { Searches } from './searches.ts';
import { unlessUncounted } from './unlessUncounted.ts';

/** Counts facets over everything that a request finds: in one answer, but for those with very many values in several indexes. */
export async function countFacets(
  searches: Searches,
  question: FacetQuestion,
  signal: AbortSignal | undefined,
): Promise<FacetCounts> {
  const asked = facetQuery(question);
  const range = rangeQuery(question.request);
  if (!asked || !range.isExact || (await searches.hasAny(range.hasLong, signal))) return { uncounted: 'refined' };
  const { facts, total } = await searches.search({ query: range.query, size: 0, aggs: asked.aggs }, signal);
  const answer = asRecord(facts.aggregations);
  const frequent = new Map<string, FrequentValues>();
  for (const { facet, field, query } of asked.unsure(answer)) {
    const found = await frequentValues(searches, { field, query: allOf([range.query, query]) }, signal);
    if (found) frequent.set(facet, found);
  }
  return asked.read(answer, total, frequent);
}

/** First the values that may be the most frequent ones, then how many sessions have each: a shard may have kept some of them to itself. */
async function frequentValues(
  searches: Searches,
  { field, query }: { readonly field: string; readonly query: EngineQuery },
  signal: AbortSignal | undefined,
): Promise<FrequentValues | undefined> {
  const ask = async (aggs: unknown) => {
    const found = await searches.search({ query, size: 0, aggs }, signal).catch(unlessUncounted);
    return found && asRecord(found.facts.aggregations);
  };
  const answer = await ask(candidatesQuery(field));
  if (!answer) return undefined;
  const candidates = readCandidates(answer);
  if (candidates.areSure) return frequentOf(candidates.counts, candidates);
  const counted = await ask(countQuery(field, candidates));
  return counted && frequentOf(countsIn(counted.values), candidates);
}
