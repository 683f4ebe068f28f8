import * as vscode from 'vscode';
import type { Run } from '../api/runs/run.ts';
import { summarise } from '../domain/session/session.ts';
import { runCommand } from '../host/commands.ts';
import { said } from '../host/pages/said.ts';
import { sessionUri } from '../host/sessionUri.ts';
import { toggleMask } from '../host/toggleMask.ts';
import type { ResultsPageMessage } from '../protocol/resultsMessages.ts';
import type { ResultsSources } from './resultsSources.ts';

/** The panel that asks. */
export interface AskingPanel {
  readonly query: vscode.Uri | undefined;
  /** The run whose sessions it shows. */
  readonly run: Run | undefined;
  readonly active: boolean;
}

/** Answers what a page asks of the host. */
export async function answerPage(
  message: Exclude<ResultsPageMessage, { type: 'ready' }>,
  panel: AskingPanel,
  sources: ResultsSources,
): Promise<unknown> {
  const { query, run } = panel;
  switch (message.type) {
    case 'tell':
      said(message.sentence);
      return undefined;
    case 'toggleMask':
      return said(await toggleMask());
    case 'run':
      // It tells of itself while it runs: nobody waits for its end.
      if (query) void runCommand('insights.runQuery', query);
      return undefined;
    case 'cancel':
      run?.more.cancel();
      if (query) await runCommand('insights.cancelRun', query);
      return undefined;
    case 'loadMore':
      void run?.loadMore();
      return undefined;
    case 'loadAll':
      void run?.loadAll();
      return undefined;
    case 'mend':
      if (query && run) await mend(query, sources);
      return undefined;
    case 'openQuery':
      if (query) await vscode.commands.executeCommand('vscode.open', query);
      return undefined;
    case 'open':
      return said(await openRow(message, panel, sources));
  }
}

/** Does what the failure of the newest run offers. */
async function mend(query: vscode.Uri, { runs, wordsOf }: ResultsSources): Promise<void> {
  const run = runs.current(query.toString());
  if (!run) return;
  const { action, runAgain } = wordsOf(run.error, run.identity.connection);
  if (runAgain || !action) void runCommand('insights.runQuery', query);
  else await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
}

async function openRow(
  { row, preview, order }: Extract<ResultsPageMessage, { type: 'open' }>,
  { run, active }: AskingPanel,
  { lists }: ResultsSources,
): Promise<string | undefined> {
  const session = run?.sessions[row];
  if (!run || !session) return undefined;
  const { id, start } = summarise(session);
  if (!id || !start) return vscode.l10n.t('This session cannot be opened: it has no id or start time.');
  const { connection, queryUri } = run.identity;
  lists.chosen({ connection, id }, queryUri, order && { run, rows: order });
  // A preview of the results would give its place to the session that is opened from it.
  if (active) await vscode.commands.executeCommand('workbench.action.keepEditor');
  await vscode.commands.executeCommand('vscode.open', sessionUri(connection, start, id), {
    preview: true,
    preserveFocus: preview,
    ...(preview ? { viewColumn: vscode.ViewColumn.Beside } : {}),
  });
  return undefined;
}
