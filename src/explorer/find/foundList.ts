import type { SessionList } from '../../api/runs/resultLists.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';

/** What the finder found on a connection, as a list to walk through. */
export function foundList(
  sessions: readonly SessionDocument[],
  of: { readonly name: string; readonly connection: string; readonly range: DateRange; readonly at: Date },
): SessionList {
  const { name, connection, range, at } = of;
  return {
    identity: { queryUri: 'insights-find:found', queryName: name, connection, range, startedAt: at },
    sessions,
    skipped: 0,
    total: { count: sessions.length, atLeast: false },
    state: 'done',
    error: undefined,
    hasMore: false,
    canLoadMore: false,
    loadMore: async () => {},
    onDidChange: () => ({ dispose: () => {} }),
  };
}
