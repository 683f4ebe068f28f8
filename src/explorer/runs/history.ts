import * as vscode from 'vscode';
import type { RunRecord } from '../../api/runs/runs.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import { numberText } from '../../host/numberText.ts';
import { totalText } from '../../host/runs/countWords.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';

interface HistorySources {
  readonly history: readonly RunRecord[];
  readonly zone: string;
  /** Shows what a query found, as far as it stands. */
  readonly reveal: (query: vscode.Uri) => Promise<void>;
}

/** The runs there were in this window: picking one shows its query and what that found. */
export async function showHistory({ history, zone, reveal }: HistorySources): Promise<void> {
  const items = history.map((run) => ({
    label: run.queryName,
    description: [timeWithZone(run.startedAt, zone), run.connection, outcomeOf(run), durationText(run.durationMs)].join(
      ' · ',
    ),
    iconPath: new vscode.ThemeIcon(
      run.state === 'failed' ? 'error' : run.state === 'cancelled' ? 'circle-slash' : 'history',
    ),
    uri: vscode.Uri.parse(run.queryUri, true),
  }));
  const picked = await pickOne(items, {
    title: vscode.l10n.t('Runs in This Window'),
    placeHolder:
      items.length > 0
        ? vscode.l10n.t('Enter opens the query and what it found')
        : vscode.l10n.t('No query was run in this window yet.'),
    matchOnDescription: true,
  });
  if (!picked) return;
  await reveal(picked.uri);
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(picked.uri));
  } catch {
    tellInStatusBar(vscode.l10n.t('The file of "{0}" is gone: what it found is in the view of queries.', picked.label));
  }
}

function outcomeOf({ state, shown, total }: RunRecord): string {
  if (state === 'failed') return vscode.l10n.t('failed');
  if (state === 'cancelled') return vscode.l10n.t('cancelled');
  return vscode.l10n.t('{0} of {1}', numberText(shown), totalText(total));
}
