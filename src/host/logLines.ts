import type { SentRequest } from '../api/client/serviceRequests.ts';

/** A retry as it is told: nothing of what is sent. */
export interface ToldRetry {
  readonly attempt: number;
  readonly pauseMs: number;
  readonly because: string;
}

/** The line of a request in the log: which kind, where to without ids and query, what came of it, and how long it took. */
export function requestLine({ method, path, outcome, ms }: SentRequest): string {
  return `${method} ${path} ${outcome} ${ms} ms`;
}

export function retryLine({ attempt, pauseMs, because }: ToldRetry): string {
  return `attempt ${attempt} in ${Math.round(pauseMs)} ms after ${because}`;
}

/** A command that failed in a way that has no words of its own: where, and not what it had in hand. */
export function failedLine(what: string, error: unknown): string {
  if (!(error instanceof Error)) return `${what} failed`;
  const places = [...(error.stack ?? '').matchAll(/([\w.-]+:\d+:\d+)\)?$/gmu)].slice(0, 6).map(([, place]) => place);
  return [`${what} failed: ${error.name}`, ...places].join(' at ');
}
