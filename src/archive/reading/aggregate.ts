import type { AggregationQuestion, RangeAggregation, RangeService } from '../../api/client/rangeService.ts';
import { readAggregation } from '../../domain/analysis/aggregation.ts';
import { asRecord } from '../../domain/json/looseValues.ts';
import { parseForValues } from '../../domain/json/parseForValues.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { aggregationQuery, exactAggregations } from '../asking/aggregations/aggregationQuery.ts';
import { rangeQuery } from '../asking/rangeQuery.ts';
import type { Searches } from './searches.ts';
import { unlessUncounted } from './unlessUncounted.ts';

interface Asking {
  readonly searches: Searches;
  readonly ranges: Pick<RangeService, 'readRange' | 'endRange'>;
}

const rowsAtOnce = 5000;

/** Counts and measures what a request finds: by the engine where it can, else here, session by session, with the same answer. */
export async function aggregate(
  asking: Asking,
  question: AggregationQuestion,
  signal: AbortSignal | undefined,
): Promise<RangeAggregation> {
  return (await byEngine(asking.searches, question, signal)) ?? here(asking, question, signal);
}

async function byEngine(
  searches: Searches,
  { request, aggs, now }: AggregationQuestion,
  signal: AbortSignal | undefined,
): Promise<RangeAggregation | undefined> {
  const long = new Set<string>();
  const asked = aggregationQuery(aggs, { now, long });
  const range = rangeQuery(request, long);
  if (!asked || !range.isExact || (await searches.hasAny(range.hasLong, signal))) return undefined;
  const found = await searches.search({ query: range.query, size: 0, aggs: asked.body }, signal).catch(unlessUncounted);
  const answer = found?.facts.aggregations;
  const result = found && asked.read((answer ?? {}) as Readonly<Record<string, unknown>>);
  return result && { result, total: found.total };
}

/** Those of `aggs` that the engine counts exactly, in one answer. */
export async function count(
  searches: Searches,
  { request, aggs, now }: AggregationQuestion,
  signal: AbortSignal | undefined,
): Promise<RangeAggregation | undefined> {
  const long = new Set<string>();
  const asked = [...exactAggregations(aggs, { now, long })];
  const range = rangeQuery(request, long);
  if (!range.isExact || (await searches.hasAny(range.hasLong, signal))) return undefined;
  const bodies = Object.fromEntries(asked.map(([name, { body }]) => [name, asRecord(body)[name]]));
  const found = await searches.search({ query: range.query, size: 0, aggs: bodies }, signal).catch(unlessUncounted);
  if (!found) return undefined;
  const answer = asRecord(found.facts.aggregations);
  const read = asked.map(([name, one]) => one.read({ [name]: answer[name] }));
  return { result: Object.assign({}, ...read.filter((one) => one !== undefined)), total: found.total };
}

async function here(
  { ranges }: Asking,
  { request, aggs, now, onProgress }: AggregationQuestion,
  signal: AbortSignal | undefined,
): Promise<RangeAggregation> {
  const aggregation = readAggregation(aggs, now);
  const { refinement } = request;
  const fields = [...new Set([...aggregation.fields, ...(refinement?.fields ?? [])])];
  const asked: SearchRequest = {
    ...request,
    sortBy: [
      { field: 'session_start_time', direction: 'asc' },
      { field: 'id', direction: 'asc' },
    ],
    projectFields: ['id', ...fields],
  };
  const aggregating = aggregation.start();
  let [read, total] = [0, 0];
  let after: Awaited<ReturnType<RangeService['readRange']>>['next'];
  try {
    do {
      const page = await ranges.readRange(
        { request: asked, size: rowsAtOnce, whole: false, names: [], after, isSteady: true },
        signal,
      );
      after = page.next;
      for (const { bytes } of page.rows) {
        // All of it: the name of a member may lead through the field that is asked for.
        const session = parseForValues(Buffer.from(bytes).toString()) as SessionDocument;
        if (refinement && !refinement.keeps(session)) continue;
        aggregating.collect(session);
        total += 1;
      }
      read += page.rows.length;
      onProgress?.(read, page.total);
    } while (after);
  } finally {
    if (after) await ranges.endRange(after);
  }
  return { result: aggregating.result(), total };
}
