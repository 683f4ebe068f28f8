import type { InsightsErrorCode } from '../../api/client/insightsErrors.ts';

/** Failures that come after the service was asked: it may have done what it was asked for, and only its answer was lost. */
const unsettled: ReadonlySet<InsightsErrorCode> = new Set(['timedOut', 'unreachable', 'serverError', 'notJson']);
/** Ends of a connection before anything was sent through it. */
const unsent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether a request that failed may have had its effect all the same. */
export function mayBeDone(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, systemCode = '' } = error as { readonly code?: InsightsErrorCode; readonly systemCode?: string };
  return code !== undefined && unsettled.has(code) && !unsent.test(systemCode);
}
