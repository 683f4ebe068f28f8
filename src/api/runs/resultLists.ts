import type { SessionDocument } from '../../domain/session/session.ts';
import type { Total } from '../client/answerShapes.ts';
import { Emitter } from './emitter.ts';
import type { Run } from './run.ts';
import type { RunIdentity } from './runOptions.ts';
import type { Runs } from './runs.ts';

/** Sessions in a row: those of a run, or others that were found together. */
export type SessionList = Pick<
  Run,
  | 'identity'
  | 'sessions'
  | 'skipped'
  | 'total'
  | 'state'
  | 'error'
  | 'hasMore'
  | 'canLoadMore'
  | 'loadMore'
  | 'onDidChange'
>;

/** A session of a connection, whichever query found it. */
export interface FoundSession {
  readonly connection: string;
  readonly id: string;
}

/** Where a session stands in what a query found. */
export interface ListPlace {
  readonly queryName: string;
  /** From 0, in all that the query finds. */
  readonly index: number;
  readonly total: Total;
}

/** What lies beside a session. */
export type Neighbour =
  | { readonly type: 'session'; readonly session: SessionDocument & { readonly id: string } }
  /** There is none: the list ends here. */
  | { readonly type: 'end' }
  /** There would be more, but the run has failed or was cancelled. Asking once more tries again, where that can be. */
  | { readonly type: 'stopped'; readonly run: SessionList }
  /** No list that stands holds the session. */
  | { readonly type: 'unlisted' };

/** The sessions of a run in another order than its own, or only some of them, as a table shows them. */
export interface ArrangedRows {
  readonly run: Run;
  /** Places in the run's own list. */
  readonly rows: Uint32Array;
}

export interface ResultListsOptions {
  readonly runs: Pick<Runs, 'all' | 'current' | 'stale' | 'onDidChange'>;
  /** What was deleted since it was found is passed over. */
  readonly isDeleted: (connection: string, session: SessionDocument) => boolean;
  /** Whether a session can be shown at all. */
  readonly canOpen: (session: SessionDocument) => boolean;
}

/** Which of the sessions beside one is looked for. */
interface Wanted {
  readonly direction: 1 | -1;
  readonly fits: (session: SessionDocument) => boolean;
}

/** The lists that sessions were opened from, and what lies beside a session in its own. */
export class ResultLists {
  readonly #options: ResultListsOptions;
  readonly #openedFrom = new Map<string, string>();
  /** By query: how a list stood from which a session was chosen last. */
  readonly #arranged = new Map<string, ArrangedRows>();
  #found: SessionList | undefined;
  readonly #moved = new Emitter<FoundSession & { readonly queryUri: string }>();

  /** Tells of each session that was walked to. */
  readonly onDidMove = this.#moved.event;

  constructor(options: ResultListsOptions) {
    this.#options = options;
  }

  /** Remembers the query below which a session was chosen: several may have found it. `arranged`: how its list stood there, if otherwise. */
  chosen(session: FoundSession, queryUri: string, arranged?: ArrangedRows): void {
    this.#openedFrom.set(keyOf(session), queryUri);
    if (arranged) this.#arranged.set(queryUri, arranged);
    else this.#arranged.delete(queryUri);
  }

  /** Remembers what was found without a query, and which of it was chosen: until something else is found, that is a list too. */
  chosenFrom(list: SessionList, session: FoundSession): void {
    this.#found = list;
    this.chosen(session, list.identity.queryUri);
  }

  /** The query whose list holds a session: the one it was chosen from, else the newest. */
  queryOf(session: FoundSession): Pick<RunIdentity, 'queryUri' | 'queryName'> | undefined {
    const list = this.#listOf(session);
    return list === this.#found ? undefined : list?.identity;
  }

  placeOf(session: FoundSession): ListPlace | undefined {
    const run = this.#listOf(session);
    if (!run) return undefined;
    const at = indexIn(run, session);
    const rows = this.#rowsAround(run, at);
    if (rows) return this.#placeIn(run, rows, at);
    const gone = run.sessions.map((one) => this.#options.isDeleted(run.identity.connection, one));
    if (gone[at]) return undefined;
    const count = (deleted: readonly boolean[]): number => deleted.filter(Boolean).length;
    return {
      queryName: run.identity.queryName,
      index: run.skipped + at - count(gone.slice(0, at)),
      total: { ...run.total, count: run.total.count - count(gone) },
    };
  }

  /** The next session of the list that fits, or the one before. `loading` hears of it when that takes another page. */
  async beside(
    session: FoundSession,
    direction: 1 | -1,
    {
      loading = () => {},
      fits = () => true,
    }: { readonly loading?: (run: SessionList) => void; readonly fits?: (session: SessionDocument) => boolean } = {},
  ): Promise<Neighbour> {
    const run = this.#listOf(session);
    if (!run) return { type: 'unlisted' };
    const { queryUri, connection } = run.identity;
    const rows = this.#rowsAround(run, indexIn(run, session));
    for (let at = indexIn(run, session); ; ) {
      const found = rows
        ? this.#nextOf(run, rows, at, { direction, fits })
        : this.#nextIn(run, at, { direction, fits });
      if (found) {
        const { id } = found;
        this.#openedFrom.set(keyOf({ connection, id }), queryUri);
        this.#moved.fire({ connection, id, queryUri });
        return { type: 'session', session: found };
      }
      // A table that leaves sessions out, or has them in an order of its own, ends where it ends.
      if (rows) return { type: 'end' };
      // The rows of an earlier run are what they are: more of them would not be of one answer.
      const grows = direction === 1 && run === this.#options.runs.current(queryUri);
      if (!grows) return { type: 'end' };
      if (run.state !== 'running' && !run.canLoadMore) return run.hasMore ? { type: 'stopped', run } : { type: 'end' };
      const loaded = run.sessions.length;
      loading(run);
      await grow(run);
      if (run.sessions.length === loaded && run.state !== 'done') return { type: 'stopped', run };
      if (run.sessions.length === loaded) return { type: 'end' };
      at = loaded - 1;
    }
  }

  /** The rows in the order in which a session was chosen from them; undefined where that is the run's own. */
  #rowsAround(run: SessionList, at: number): Uint32Array | undefined {
    const arranged = this.#arranged.get(run.identity.queryUri);
    return arranged?.run === run && arranged.rows.includes(at) ? arranged.rows : undefined;
  }

  #placeIn(run: SessionList, rows: Uint32Array, at: number): ListPlace | undefined {
    const { connection, queryName } = run.identity;
    const isGone = (row: number): boolean => {
      const session = run.sessions[row];
      return session === undefined || this.#options.isDeleted(connection, session);
    };
    if (isGone(at)) return undefined;
    const left = rows.filter((row) => !isGone(row));
    return { queryName, index: left.indexOf(at), total: { count: left.length, atLeast: false } };
  }

  #nextOf(run: SessionList, rows: Uint32Array, from: number, { direction, fits }: Wanted) {
    const { isDeleted, canOpen } = this.#options;
    for (let at = rows.indexOf(from) + direction; at >= 0 && at < rows.length; at += direction) {
      const session = run.sessions[rows[at] ?? -1];
      if (!session || !hasId(session) || isDeleted(run.identity.connection, session)) continue;
      if (canOpen(session) && fits(session)) return session;
    }
    return undefined;
  }

  #nextIn(
    run: SessionList,
    from: number,
    { direction, fits }: Wanted,
  ): (SessionDocument & { readonly id: string }) | undefined {
    const { isDeleted, canOpen } = this.#options;
    for (let at = from + direction; at >= 0 && at < run.sessions.length; at += direction) {
      const session = run.sessions[at];
      if (!session || !hasId(session) || isDeleted(run.identity.connection, session)) continue;
      if (canOpen(session) && fits(session)) return session;
    }
    return undefined;
  }

  #listOf(session: FoundSession): SessionList | undefined {
    const { runs } = this.#options;
    const newest = runs.all.toSorted((a, b) => b.identity.startedAt.getTime() - a.identity.startedAt.getTime());
    const queries = [this.#openedFrom.get(keyOf(session)), ...newest.map(({ identity }) => identity.queryUri)];
    for (const query of queries) {
      // The rows of the last good run stand while a later one has nothing to show.
      const found = this.#found?.identity.queryUri === query ? this.#found : undefined;
      const lists = query === undefined ? [] : [found, runs.current(query), runs.stale(query)];
      const list = lists.find((run) => run && indexIn(run, session) >= 0);
      if (list) return list;
    }
    return undefined;
  }
}

/** Settles when the run has a row more, or will get none. */
function grow(run: SessionList): Promise<void> {
  const before = run.sessions.length;
  return new Promise((resolve) => {
    const listening = run.onDidChange(() => {
      if (run.sessions.length === before && run.state === 'running') return;
      listening.dispose();
      resolve();
    });
    void run.loadMore();
  });
}

function indexIn({ identity, sessions }: SessionList, { connection, id }: FoundSession): number {
  return identity.connection === connection ? sessions.findIndex((session) => session.id === id) : -1;
}

function hasId(session: SessionDocument): session is SessionDocument & { readonly id: string } {
  return typeof session.id === 'string';
}

function keyOf({ connection, id }: FoundSession): string {
  return JSON.stringify([connection, id]);
}
