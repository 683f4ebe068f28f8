import type { SessionList } from '../../api/runs/resultLists.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import type { FindItem } from './findItem.ts';

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

/** The sessions of a connection that rows stand for, in their order; of those that are not loaded, what is kept of them. */
export function sessionsOfRows(
  items: readonly FindItem[],
  of: {
    readonly connection: string;
    readonly shown: readonly LocatedSession[];
    readonly recent: readonly RecentSession[];
  },
): readonly SessionDocument[] {
  return items.flatMap(({ open }): readonly SessionDocument[] => {
    if (open?.connection !== of.connection) return [];
    const loaded = of.shown.find(({ connection, session }) => connection === of.connection && session.id === open.id);
    if (loaded) return [loaded.session];
    const kept = of.recent.find(({ connection, id }) => connection === of.connection && id === open.id);
    return kept ? [{ id: kept.id, session_start_time: kept.start.toISOString().slice(0, 23) } as SessionDocument] : [];
  });
}
