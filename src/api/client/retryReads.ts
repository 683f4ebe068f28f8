import type { Dispatcher, RetryHandler } from 'undici';
import { interceptors } from 'undici';
import { retryAfterMs } from '../../domain/time/retryAfter.ts';
import { passingCuts, passingStatuses } from './passingFailures.ts';
import type { WatchedOptions } from './requestProgress.ts';

export interface RetryPolicy {
  readonly maxRetries: number;
  /** The first pause; each further one is about twice as long. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** 0 to 1, so that clients that were turned away together do not come back together. */
  readonly random: () => number;
  readonly onRetry?: (retry: { readonly attempt: number; readonly pauseMs: number; readonly because: string }) => void;
}

interface Failure extends Error {
  readonly statusCode?: number;
  readonly code?: string;
  /** Of a failure that was given its own code already. */
  readonly systemCode?: string;
  readonly headers?: Record<string, string | string[] | undefined>;
}

/** Asks again after what passes by itself, and only with GET: a request that changes something is sent once. */
export function retryReads(policy: RetryPolicy): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options: WatchedOptions, handler) => {
    let retries = 0;
    const retry: RetryHandler.RetryCallback = (error: Failure, _context, done) => {
      const code = error.systemCode ?? error.code ?? '';
      const passes = error.statusCode ? passingStatuses.has(error.statusCode) : passingCuts.has(code);
      const wait = pauseBefore(retries + 1, error, policy);
      // Who asks is gone by then: what came, or how it was cut, says more than that nothing did.
      const isTooLate = performance.now() + wait >= (options.progress?.until ?? Number.POSITIVE_INFINITY);
      const isTooLong = wait > policy.longestPauseMs || isTooLate;
      if (options.method !== 'GET' || !passes || retries >= policy.maxRetries || isTooLong) {
        done(error);
        return;
      }
      retries += 1;
      policy.onRetry?.({ attempt: retries + 1, pauseMs: wait, because: String(error.statusCode ?? code) });
      setTimeout(() => done(null), wait);
    };
    return interceptors.retry({ retry, throwOnError: false, methods: ['GET'], statusCodes: [...passingStatuses] })(
      dispatch,
    )(options, handler);
  };
}

function pauseBefore(attempt: number, error: Failure, policy: RetryPolicy): number {
  const named = retryAfterMs(error.headers ?? {}, Date.now());
  if (named !== undefined) return named;
  const pause = Math.min(policy.firstPauseMs * 2 ** (attempt - 1), policy.longestPauseMs);
  return pause * (0.5 + policy.random() / 2);
}
