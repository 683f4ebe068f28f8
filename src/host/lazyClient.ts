import type { InsightsClient } from '../api/insightsClient.ts';

/** What is asked of the service. */
export type SessionService = Pick<InsightsClient, 'search' | 'getSession' | 'findSession' | 'deleteSession'>;

/**
 * A client that is made when it is first asked, so that what stands in the way of one fails the request, as the service would. After a
 * failure it is made anew: whoever tries again has perhaps set another key, or a longer timeout.
 */
export function lazyClient(make: () => Promise<SessionService>): SessionService {
  let made: Promise<SessionService> | undefined;
  const ask = async <T>(question: (client: SessionService) => Promise<T>): Promise<T> => {
    made ??= make();
    const asked = made;
    try {
      return await question(await asked);
    } catch (error) {
      if (made === asked) made = undefined;
      throw error;
    }
  };
  return {
    search: (...args) => ask((client) => client.search(...args)),
    getSession: (...args) => ask((client) => client.getSession(...args)),
    findSession: (...args) => ask((client) => client.findSession(...args)),
    deleteSession: (...args) => ask((client) => client.deleteSession(...args)),
  };
}
