import type { InsightsFailure } from '../../api/client/insightsFailure.ts';

/** Whether what stood in the way of one deletion stands in the way of the others: the key, the network, the proxy, or the connection itself. */
export function stopsAll(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ConnectionProblem') return true;
  const failure = error as InsightsFailure;
  switch (failure.code) {
    case 'unauthorized':
      return failure.refused !== 'query';
    case 'timedOut':
    case 'unreachable':
    case 'certificate':
    case 'proxy':
    case 'redirected':
    case 'rateLimited':
      return true;
    default:
      return false;
  }
}
