import type * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { RunWordSources } from '../../host/runs/runWords.ts';
import type { LastRun } from '../runs/lastRuns.ts';
import type { QueryRow, SessionRow } from './rows.ts';

/** What rows need to know to be put into words. */
export interface RowWords extends RunWordSources {
  readonly runOf: (query: QueryRow) => Run | undefined;
  /** Which sessions of the file behind a connection nobody finds. */
  readonly unfoundIn: (connection: string) => UnfoundSessions | undefined;
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
  /** What a query found before this window. */
  readonly lastRunOf: (query: QueryRow) => LastRun | undefined;
  readonly isFollowed: (query: QueryRow) => boolean;
  /** Whether the row above a session says its day. */
  readonly isBelowDay: (session: SessionRow) => boolean;
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
  /** What a node is called, for a query. */
  readonly nameOf: (query: vscode.Uri, nodeId: string) => string | undefined;
}
