import * as vscode from 'vscode';
import type { ResultLists } from '../../api/runs/resultLists.ts';
import type { Run } from '../../api/runs/run.ts';
import { summarise } from '../../domain/session/session.ts';
import { runCommand } from '../../host/commands.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import type { ResultsPageMessage } from '../../protocol/resultsMessages.ts';

type Opened = Extract<ResultsPageMessage, { type: 'open' }>;

/** Opens the session of a row, or previews it beside. Answers with a sentence where that cannot be. */
export async function openRow(
  { row, preview, order }: Opened,
  { run, active }: { readonly run: Run; readonly active: boolean },
  lists: ResultLists,
): Promise<string | undefined> {
  const uri = uriOf(run, row);
  const id = run.sessions[row]?.id;
  if (!uri || typeof id !== 'string') {
    return vscode.l10n.t('This session can’t be opened: it has no id or start time.');
  }
  const { connection, queryUri } = run.identity;
  lists.chosen({ connection, id }, queryUri, order && { run, rows: order });
  // A preview of the results would give its place to the session that is opened from it.
  if (active) await vscode.commands.executeCommand('workbench.action.keepEditor');
  await vscode.commands.executeCommand('vscode.open', uri, {
    preview: true,
    preserveFocus: preview,
    ...(preview ? { viewColumn: vscode.ViewColumn.Beside } : {}),
  });
  return undefined;
}

export async function compareRows(run: Run, [left, right]: readonly [number, number]): Promise<void> {
  const sessions = [uriOf(run, left), uriOf(run, right)].filter((uri) => uri !== undefined);
  await runCommand('insights.compare.selectedRows', undefined, sessions);
}

/** Asks before it deletes, as everywhere. */
export async function deleteRows(run: Run, rows: Uint32Array): Promise<void> {
  const { connection } = run.identity;
  const sessions = Array.from(rows, (row) => run.sessions[row]).filter((session) => session !== undefined);
  const chosen = sessions.map((session) => ({ kind: 'session', connection, session }));
  if (chosen.length > 0) await runCommand('insights.deleteSession', undefined, chosen);
}

function uriOf(run: Run, row: number): vscode.Uri | undefined {
  const { id, start } = summarise(run.sessions[row]);
  return id && start ? sessionUri(run.identity.connection, start, id) : undefined;
}
