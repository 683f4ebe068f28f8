import type * as vscode from 'vscode';
import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import type { Run } from '../../api/runs/run.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { ArrivedSession } from '../follow/following.ts';
import type { QueryFile } from '../queries/queryFiles.ts';

/** A folder that holds query files, or folders that do. */
export interface FolderRow {
  readonly kind: 'folder';
  readonly id: string;
  readonly name: string;
  readonly children: readonly Row[];
}

export interface QueryRow {
  readonly kind: 'query';
  readonly id: string;
  readonly queryUri: vscode.Uri;
  readonly file: QueryFile;
}

export interface SessionRow {
  readonly kind: 'session';
  readonly id: string;
  readonly queryUri: vscode.Uri;
  readonly connection: string;
  readonly session: SessionDocument;
  /** From an earlier run: the one after it has nothing to show. */
  readonly stale: boolean;
  /** It came while its query was followed, and nobody has looked at it. */
  readonly isNew: boolean;
}

/** Sessions of one day, where days hold enough of them to be told as groups. */
export interface DayRow {
  readonly kind: 'day';
  readonly id: string;
  readonly queryUri: vscode.Uri;
  /** `2026-11-16` */
  readonly day: string;
  readonly sessions: readonly SessionRow[];
  /** More of this day may come with the next page. */
  readonly goesOn: boolean;
}

/** The end of what is loaded: how much that is, and a way to the rest, also after it failed or was cancelled. */
export interface MoreRow {
  readonly kind: 'more';
  readonly id: string;
  readonly queryUri: vscode.Uri;
  readonly run: Run;
}

/** What a query has instead of, or above, sessions. */
export interface StateRow {
  readonly kind: 'running' | 'empty' | 'failed' | 'cancelled' | 'stale';
  readonly id: string;
  readonly queryUri: vscode.Uri;
  readonly run: Run;
}

export type Row = FolderRow | QueryRow | DayRow | SessionRow | MoreRow | StateRow;

/** The rows below a query: what its run found, or why there is nothing. Pure, so that it can be told from its runs alone. */
export function rowsOfQuery(
  query: QueryRow,
  runs: {
    readonly current: Run | undefined;
    readonly stale: Run | undefined;
    readonly deleted: Pick<DeletedSessions, 'has'>;
    /** What came since the query is followed. */
    readonly arrived?: readonly ArrivedSession[];
  },
): readonly Row[] {
  const { current, stale, deleted, arrived = [] } = runs;
  const sessions = (run: Run, old: boolean): SessionRow[] =>
    sessionRows(query, run, old).filter(({ connection, session }) => !deleted.has(connection, session));
  if (!current) return [];
  const { queryUri } = query;
  const state = (kind: StateRow['kind'], run: Run): StateRow => ({ kind, id: `${query.id}#${kind}`, queryUri, run });
  const found = sessions(current, false);
  const came = arrivedRows(query, current, arrived).filter(
    ({ connection, session }) => !deleted.has(connection, session),
  );
  const rows: Row[] = [...came, ...found];
  if (current.state === 'running') rows.push(state('running', current));
  else if (current.state === 'failed') rows.push(state('failed', current));
  else if (current.state === 'cancelled') rows.push(state('cancelled', current));
  else if (rows.length === 0 && !isAllDeleted(current)) rows.push(state('empty', current));
  if (current.canLoadMore) rows.push({ kind: 'more', id: `${query.id}#more`, queryUri, run: current });
  if (stale && current.sessions.length === 0 && current.state !== 'done') {
    rows.push(state('stale', stale), ...sessions(stale, true));
  }
  return rows;
}

/** What was found so far was deleted, and there is more: nothing is to be explained. */
function isAllDeleted({ sessions, canLoadMore }: Run): boolean {
  return sessions.length > 0 && canLoadMore;
}

function sessionRows(query: QueryRow, run: Run, stale: boolean): SessionRow[] {
  return run.sessions.map((session, index) => ({
    kind: 'session',
    id: idOf(query, stale ? 'stale' : 'session', session, index),
    queryUri: query.queryUri,
    connection: run.identity.connection,
    session,
    stale,
    isNew: false,
  }));
}

/** A session without an id is still a row of its own, and so are two of one id that start at other times. */
function idOf(query: QueryRow, kind: string, { id, session_start_time: start }: SessionDocument, index = 0): string {
  return `${query.id}#${kind}#${id === undefined ? index : `${id}#${start}`}`;
}

function arrivedRows(query: QueryRow, run: Run, arrived: readonly ArrivedSession[]): SessionRow[] {
  return arrived.map(({ session, isNew }) => ({
    kind: 'session',
    id: idOf(query, 'session', session),
    queryUri: query.queryUri,
    connection: run.identity.connection,
    session,
    stale: false,
    isNew,
  }));
}

/** The rows as they are now, each that says the same as one before being that one. */
export function keepRows(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return now.map((row) => {
    const old = known.get(row.id);
    return old && sameRow(old, row) ? old : row;
  });
}

function sameRow(a: Row, b: Row): boolean {
  if (a.kind === 'session' && b.kind === 'session')
    return a.session === b.session && a.connection === b.connection && a.isNew === b.isNew;
  if (a.kind === 'day' && b.kind === 'day')
    return (
      a.goesOn === b.goesOn &&
      a.sessions.length === b.sessions.length &&
      a.sessions.every((session, at) => session === b.sessions[at])
    );
  return 'run' in a && 'run' in b && a.kind === b.kind && a.run === b.run;
}

/** Commands of rows are called with whatever VS Code hands on. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
}
