import { InsightsError } from './insightsErrors.ts';
import type { InsightsFailure } from './insightsFailure.ts';

/** Whether a search may have failed because it sorts by id as well, which Elasticsearch can be set up to refuse ("Fielddata access … disallowed"). */
export function mayRefuseTiebreaker(error: unknown): boolean {
  if (!(error instanceof InsightsError)) return false;
  const failure = error as InsightsFailure;
  if (failure.code === 'serverError') return /fielddata/i.test(failure.answer.text);
  if (failure.code === 'refused') return failure.retryAfterSeconds === undefined;
  return failure.code === 'unauthorized' && failure.refused === 'query';
}
