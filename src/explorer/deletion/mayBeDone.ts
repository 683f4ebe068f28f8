import type { InsightsFailure } from '../../api/client/insightsFailure.ts';

/** Whether a request that failed may have had its effect all the same: it reached the service, and only its answer was lost. */
export function mayBeDone(error: unknown): boolean {
  const failure = error as InsightsFailure;
  switch (failure?.code) {
    case 'serverError':
    case 'notJson':
    case 'malformedAnswer':
    case 'unreadableAnswer':
      return true;
    case 'timedOut':
      return failure.sent;
    case 'redirected':
      return failure.problem === 'afterwards';
    case 'unreachable':
      return !['unknownName', 'refused', 'noRoute', 'notAccepted'].includes(failure.problem);
    default:
      return false;
  }
}
