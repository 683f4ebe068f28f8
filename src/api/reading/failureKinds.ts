import { InsightsError } from '../client/insightsErrors.ts';
import type { InsightsFailure } from '../client/insightsFailure.ts';

/** Whether the same question may be answered a while later: what stood in the way is no decision of the service. */
export function isPassing(error: unknown): boolean {
  // An archive says it itself.
  if (error instanceof Error && 'passes' in error) return error.passes === true;
  if (!(error instanceof InsightsError)) return false;
  const failure = error as InsightsFailure;
  switch (failure.code) {
    case 'rateLimited':
    case 'serverError':
    case 'timedOut':
    case 'unreachable':
    case 'notJson':
    case 'malformedAnswer':
      return true;
    case 'refused':
      return failure.retryAfterSeconds !== undefined;
    case 'unreadableAnswer':
      return failure.problem !== 'unknownPacking' && failure.problem !== 'unknownCharset';
    case 'proxy':
      return failure.problem === 'cannotReach' || failure.problem === 'stalls';
    default:
      return false;
  }
}

/** Whether less might have come: the answer was too long in coming, or too long. */
export function mayBeTooMuch(error: unknown): boolean {
  if (!(error instanceof InsightsError)) return false;
  const failure = error as InsightsFailure;
  if (failure.code === 'unreadableAnswer') return failure.problem === 'tooLarge';
  return failure.code === 'timedOut' || failure.code === 'serverError' || failure.code === 'malformedAnswer';
}

/** Whether the service would not have it, and perhaps would in another form. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof InsightsError)) return false;
  const failure = error as InsightsFailure;
  if (failure.code === 'refused') return failure.retryAfterSeconds === undefined;
  return failure.code === 'unauthorized' && failure.refused === 'query';
}
