import { setTimeout as wait } from 'node:timers/promises';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import type { SessionService } from './lazyClient.ts';
import type { LocalService } from './localService.ts';

/** A client that can also be asked whether it gets an answer at all. */
export type VerifiableService = SessionService & { verify(signal?: AbortSignal): Promise<void> };

/** A socket may tell of a process's end before the process does. */
const afterglowMs = 300;

/**
 * The client of a service on this machine. A question that the service's end leaves without an answer throws a ConnectionProblem that
 * says so, at once.
 */
export function whileServed(
  client: VerifiableService,
  { closed }: Pick<LocalService, 'closed'>,
  connection: string,
): VerifiableService {
  const ask = async <T>(question: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
    try {
      return await question(signal ? AbortSignal.any([signal, closed]) : closed);
    } catch (error) {
      if (signal?.aborted) throw error;
      if (isUnreachable(error)) await wait(afterglowMs, undefined, { signal: closed }).catch(() => {});
      if (closed.aborted) throw new ConnectionProblem('ended', connection, closed.reason);
      throw error;
    }
  };
  return {
    search: (parameters, signal) => ask((either) => client.search(parameters, either), signal),
    searchPage: (parameters, names, signal) => ask((either) => client.searchPage(parameters, names, either), signal),
    getSession: (id, start, signal) => ask((either) => client.getSession(id, start, either), signal),
    findSession: (id, signal) => ask((either) => client.findSession(id, either), signal),
    deleteSession: (id, start, signal) => ask((either) => client.deleteSession(id, start, either), signal),
    verify: (signal) => ask((either) => client.verify(either), signal),
  };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'unreachable';
}
