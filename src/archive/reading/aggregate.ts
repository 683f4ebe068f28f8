import type { AggregationQuestion, RangeAggregation, RangeService } from '../../api/client/rangeService.ts';
import { readAggregation } from '../../domain/analysis/aggregation.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { aggregationQuery } from '../asking/aggregationQuery.ts';
import { rangeQuery } from '../asking/rangeQuery.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { Hits } from './readHits.ts';
import type { Searches } from './searches.ts';

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
  const found = await searches.search({ query: range.query, size: 0, aggs: asked.body }, signal).catch(unlessTooMany);
  const answer = found?.facts.aggregations;
  const result = found && asked.read((answer ?? {}) as Readonly<Record<string, unknown>>);
  return result && { result, total: found.total };
}

/** An engine that would have to make too many buckets makes none. */
function unlessTooMany(error: unknown): Hits | undefined {
  if (error instanceof ArchiveError && /too_many_buckets|max_buckets/u.test(error.answer?.text ?? '')) return undefined;
  throw error;
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
  const names = [...new Set(fields.flatMap(membersOf))];
  let [read, total] = [0, 0];
  let after: Awaited<ReturnType<RangeService['readRange']>>['next'];
  try {
    do {
      const page = await ranges.readRange(
        { request: asked, size: rowsAtOnce, whole: false, names, after, isSteady: true },
        signal,
      );
      after = page.next;
      for (const { members } of page.rows) {
        if (refinement && !refinement.keeps(members)) continue;
        aggregating.collect(members);
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

/** The members of a session that may hold a field: its name may contain dots. */
function membersOf(field: string): readonly string[] {
  const parts = field.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}
