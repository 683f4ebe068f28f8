import * as vscode from 'vscode';
import type { QueryTarget } from '../commands.ts';
import { queryOfResults } from '../resultsUri.ts';
import { tellInStatusBar } from '../surfaces/statusBar.ts';

/** The query that is meant: without a target that of the active editor, or the one whose results are in front. */
export function queryOf(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return queryOfResults(target) ?? target;
  if (hasQuery(target)) return target.queryUri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom) return queryOfResults(input.uri);
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'insights-query' ? document.uri : undefined;
}

/** The same; where there is none, that is said. */
export function queryOrWords(target: unknown): vscode.Uri | undefined {
  const query = queryOf(target);
  if (!query) tellNoQuery();
  return query;
}

export function tellNoQuery(): void {
  tellInStatusBar(vscode.l10n.t('Open a query file first, or select one in the view of queries.'));
}

/** What a command is called with is whatever VS Code hands on: a row of another view, too. */
function hasQuery(target: unknown): target is Exclude<QueryTarget, vscode.Uri> {
  return typeof target === 'object' && target !== null && 'queryUri' in target && target.queryUri instanceof vscode.Uri;
}
