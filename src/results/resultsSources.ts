import type * as vscode from 'vscode';
import type { DeletedSessions } from '../api/runs/deletedSessions.ts';
import type { ResultLists } from '../api/runs/resultLists.ts';
import type { Run } from '../api/runs/run.ts';
import type { Runs } from '../api/runs/runs.ts';
import type { UnfoundSessions } from '../domain/connections/unfoundSessions.ts';
import type { LocalProgress } from '../host/connections/localService.ts';
import type { ErrorWords } from '../host/errors/errorWords.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';
import type { ResultsLooks } from './resultsLooks.ts';

/** What the results editor shows, and what it does things with. */
export interface ResultsSources {
  readonly runs: Runs;
  readonly deleted: DeletedSessions;
  /** The lists that shown sessions are walked through by. */
  readonly lists: ResultLists;
  /** A number for each run, by which a page tells one from another. */
  readonly numberOf: (run: Run) => number;
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
  readonly nodeFiles: NodeFiles;
  /** What the results of queries were looked at with. */
  readonly looks: ResultsLooks;
  readonly progressOf: (connection: string) => LocalProgress | undefined;
  /** Which sessions of the file behind a connection nobody finds. */
  readonly unfoundIn: (connection: string) => UnfoundSessions | undefined;
  readonly onDidProgress: vscode.Event<void>;
}
