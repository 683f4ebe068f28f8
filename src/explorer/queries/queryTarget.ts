import * as vscode from 'vscode';
import type { QueryTarget } from '../../host/commands.ts';

/** The query that is meant: without a target that of the active editor. */
export function queryOf(target: QueryTarget | undefined): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  if (target?.queryUri) return target.queryUri;
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'insights-query' ? document.uri : undefined;
}
