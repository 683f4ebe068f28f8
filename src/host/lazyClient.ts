import type { InsightsClient } from '../api/insightsClient.ts';

/** What is asked of the service. */
export type SessionService = Pick<InsightsClient, 'search' | 'getSession' | 'findSession' | 'deleteSession'>;

/** A client that is made when it is first asked, so that what stands in the way of one fails the request, as the service would. */
export function lazyClient(make: () => Promise<SessionService>): SessionService {
  let made: Promise<SessionService> | undefined;
  const client = (): Promise<SessionService> => {
    made ??= make();
    return made;
  };
  return {
    search: async (...args) => (await client()).search(...args),
    getSession: async (...args) => (await client()).getSession(...args),
    findSession: async (...args) => (await client()).findSession(...args),
    deleteSession: async (...args) => (await client()).deleteSession(...args),
  };
}
