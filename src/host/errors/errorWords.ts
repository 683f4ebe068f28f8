import type * as vscode from 'vscode';

/** What happened and what to do, and the button that does it. */
export interface ErrorWords {
  readonly sentence: string;
  readonly action?: vscode.Command;
  /** Running the query again is what helps; which one that is, is known where this is shown. */
  readonly runAgain?: boolean;
  /** Nobody foresaw it: the sentence has what the error itself says. */
  readonly isUnknown?: boolean;
}
