import type { InsightsClient } from '../../api/client/insightsClient.ts';
import type { MayTakeRanges, RangeService } from '../../api/client/rangeService.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';

/** What is asked of the service. */
export type SessionService = Pick<
  InsightsClient,
  'search' | 'searchPage' | 'getSession' | 'findSession' | 'deleteSession'
> &
  MayTakeRanges;

/** A client, and what it asks. */
export interface OriginalClient<Client = SessionService> {
  readonly client: Client;
  /** Two clients of one origin ask the same service, or the same file as it was written. */
  readonly origin: string;
  /** Aborted once there is nobody there any more whom it could ask. */
  readonly ended?: AbortSignal;
}

/**
 * A client that is made when it is first asked, so that what stands in the way of one fails the request, as the service would. After a
 * failure it is made anew: whoever tries again has perhaps set another key, or a longer timeout. It goes on asking what it asked first:
 * where the connection's name has come to mean something else, it throws a ConnectionProblem. Whoever asks first can also end the making.
 */
export function lazyClient(
  connection: string,
  make: (signal: AbortSignal | undefined, quiet: boolean) => Promise<OriginalClient>,
  /** It takes ranges of any length at once, as an archive does. */
  takesRanges = false,
): SessionService {
  let made: Promise<OriginalClient> | undefined;
  let first: string | undefined;
  let ended: AbortSignal | undefined;
  const makeAlike = async (signal: AbortSignal | undefined): Promise<OriginalClient> => {
    // Whoever was asked once is not asked by itself again: a request that goes on by itself must not put a dialog before everything.
    const original = await make(signal, first !== undefined).catch((error: unknown) => {
      // What it asked first was allowed.
      throw first !== undefined && isNotAllowed(error) ? new ConnectionProblem('changed', connection) : error;
    });
    first ??= original.origin;
    if (original.origin !== first) throw new ConnectionProblem('changed', connection);
    ended = original.ended;
    return original;
  };
  const ask = async <T>(
    question: (client: SessionService) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    if (ended?.aborted) {
      made = undefined;
      ended = undefined;
    }
    made ??= makeAlike(signal);
    const asked = made;
    try {
      return await question((await asked).client);
    } catch (error) {
      if (made === asked) made = undefined;
      throw error;
    }
  };
  const askRanges = <T>(question: (ranges: RangeService) => Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
    ask(({ ranges }) => {
      // By now the name means what takes none.
      if (!ranges) throw new ConnectionProblem('changed', connection);
      return question(ranges);
    }, signal);
  const ranges: RangeService = {
    readRange: (question, signal) => askRanges((service) => service.readRange(question, signal), signal),
    endRange: (cursor) => askRanges((service) => service.endRange(cursor), undefined).catch(() => {}),
    aggregate: (question, signal) => askRanges((service) => service.aggregate(question, signal), signal),
    count: (question, signal) => askRanges((service) => service.count(question, signal), signal),
    countFacets: (question, signal) => askRanges((service) => service.countFacets(question, signal), signal),
  };
  return {
    ...(takesRanges ? { ranges } : {}),
    search: (parameters, signal) => ask((client) => client.search(parameters, signal), signal),
    searchPage: (parameters, names, signal) => ask((client) => client.searchPage(parameters, names, signal), signal),
    getSession: (id, start, signal) => ask((client) => client.getSession(id, start, signal), signal),
    findSession: (id, signal) => ask((client) => client.findSession(id, signal), signal),
    deleteSession: (id, start, signal) => ask((client) => client.deleteSession(id, start, signal), signal),
  };
}

function isNotAllowed(error: unknown): boolean {
  return error instanceof ConnectionProblem && error.code === 'notAllowed';
}
