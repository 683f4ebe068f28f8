import type * as vscode from 'vscode';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { CheckNeeds } from '../running/checkFile.ts';

/** What a task is to do, and with what. */
export interface TaskFacts {
  readonly action: 'check' | 'lint';
  /** Files and folders, from the workspace folder. */
  readonly paths: readonly string[];
  readonly folder: vscode.WorkspaceFolder | undefined;
  readonly needs: CheckNeeds;
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
}

/** What a file comes to: lines as compilers write them, which a problem matcher reads, and whether it is as it should be. */
export interface FileLines {
  readonly lines: readonly string[];
  readonly ok: boolean;
}
