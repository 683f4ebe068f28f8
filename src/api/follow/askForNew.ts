import type { SearchRequest } from '../../domain/query/request.ts';
import { searchParameters } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import { searchSessions } from '../search/searchSessions.ts';

const day = 86_400_000;
const pageSize = 100;

/** The first page of what a request finds. */
export async function newestOf(
  request: SearchRequest,
  client: Pick<InsightsClient, 'search'>,
  signal: AbortSignal,
): Promise<readonly SessionDocument[]> {
  const { hits } = await client.search(searchParameters(request, request.range, 0), signal);
  return hits;
}

/**
 * Asks for all sessions that a query finds from an instant on. The clock of the service may be ahead of ours. `connect` is called for each
 * time that is asked: a file that was written to is another service.
 */
export function askForNew(request: SearchRequest, connect: () => Pick<InsightsClient, 'search'>, now: () => number) {
  return async (from: Date, signal: AbortSignal): Promise<readonly SessionDocument[]> => {
    const sessions: SessionDocument[] = [];
    const asked: SearchRequest = {
      ...request,
      range: { from, to: new Date(now() + day) },
      sortBy: [{ field: 'session_start_time', direction: 'asc' }],
      pageSize,
      pageNumber: 0,
    };
    for await (const session of searchSessions({ request: asked, client: connect(), signal })) {
      if (!request.refinement || request.refinement.keeps(session)) sessions.push(session);
    }
    return sessions;
  };
}
