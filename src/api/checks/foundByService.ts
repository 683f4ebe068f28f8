import type { Expectations } from '../../domain/analysis/expectation.ts';
import { readExpectationsOf } from '../../domain/analysis/expectation.ts';
import { brokenCondition, expectationQuestions } from '../../domain/analysis/expectations/expectationQuestions.ts';
import type { BrokenBy, Found } from '../../domain/analysis/expectations/verdict.ts';
import { mostShown } from '../../domain/analysis/expectations/verdict.ts';
import { readRefinement } from '../../domain/analysis/refinement.ts';
import { parseForValues } from '../../domain/json/parseForValues.ts';
import type { InsightsQuery } from '../../domain/query/query.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { RangeService } from '../client/rangeService.ts';
import type { CollectOptions } from '../reading/collectSessions.ts';
import { jsonOf } from '../reading/readRow.ts';
import { readThrough } from '../reading/readThrough.ts';
import { completedRequest } from '../search/completedRequest.ts';

export interface FoundByServiceOptions extends Omit<CollectOptions, 'fields'> {
  readonly query: InsightsQuery;
  readonly expecting: Expectations;
  readonly ranges: RangeService;
  readonly now: Date;
  readonly nameOf?: ((nodeId: string) => string | undefined) | undefined;
}

/**
 * What is found of a query's sessions by a service that counts: all that it counts exactly, with the sessions that broke an expectation as it
 * finds them. What it does not count (paths, conditions on one entry of a list, percentiles) is found here, in one reading of what those need.
 */
export async function foundByService(options: FoundByServiceOptions): Promise<Found> {
  const { query, expecting, ranges, request, now, signal } = options;
  const questions = expectationQuestions(expecting.all, query.aggs);
  const counted = await ranges.count({ request, aggs: questions.aggs, now }, signal);
  const answer = counted?.result ?? {};
  const places = [...expecting.all.keys()];
  const left = places.filter((index) => counted === undefined || !questions.answers(answer, index));
  const here = left.length > 0 ? await foundHere(left, options) : undefined;
  const total = counted?.total ?? here?.total ?? 0;
  const shown = new Map<number, readonly BrokenBy[]>();
  for (const index of places) {
    if (left.includes(index) || questions.sessionsOf(answer, index, total).broken === 0) continue;
    shown.set(index, await brokenSessions(index, options));
  }
  return {
    total,
    aggregations: () => ({ ...here?.aggregations(), ...questions.aggregations(answer) }),
    sessionsOf: (index) =>
      here && left.includes(index)
        ? here.sessionsOf(left.indexOf(index))
        : { ...questions.sessionsOf(answer, index, total), shown: shown.get(index) ?? [] },
  };
}

/** Holds the sessions against some of the expectations, with no more of each session than these need. */
async function foundHere(
  left: readonly number[],
  { query, expecting, now, nameOf, ...options }: FoundByServiceOptions,
): Promise<Found> {
  const named = new Set(left.flatMap((index) => namedBy(expecting, index)));
  const aggs = Object.entries(query.aggs ?? {}).filter(([name]) => named.has(name));
  const expect = left.map((index) => query.expect?.[index]);
  const some = readExpectationsOf({ expect, aggs: Object.fromEntries(aggs) }, now);
  const checking = some.start(nameOf ? { nameOf } : {});
  await readThrough({ ...options, fields: some.fields }, checking);
  return checking;
}

function namedBy({ all }: Expectations, index: number): readonly string[] {
  const one = all[index];
  return one?.kind === 'aggregation' ? one.path.slice(0, 1) : [];
}

/** The first sessions that broke an expectation, as the service finds them. */
async function brokenSessions(
  index: number,
  { expecting, ranges, request, now, signal }: FoundByServiceOptions,
): Promise<readonly BrokenBy[]> {
  const expectation = expecting.all[index];
  const broken = expectation && brokenCondition(expectation);
  if (!broken || expectation?.kind === 'atLeast') return [];
  const asked: SearchRequest = completedRequest({
    ...request,
    refinement: readRefinement({ filter: [...refined(request), broken] }, now),
    sortBy: [{ field: 'session_start_time', direction: 'asc' }],
    projectFields: [...expecting.fields],
  });
  const { rows, next } = await ranges.readRange({ request: asked, size: mostShown, whole: false, names: [] }, signal);
  if (next) await ranges.endRange(next);
  return rows.flatMap((row) => expecting.brokenBy(index, parseForValues(jsonOf(row))) ?? []);
}

/** The query's own refinement, as one condition. */
function refined({ refinement }: SearchRequest): readonly unknown[] {
  return refinement ? [{ bool: refinement.source.refine }] : [];
}
