import * as vscode from 'vscode';
import { timeWithZone } from '../../domain/time/zonedTime.ts';
import type { Commands } from '../../host/commands.ts';
import { rowsWithKeys, rowWithKeys } from '../../host/rowsWithKeys.ts';
import { confirmed } from '../../host/surfaces/messages.ts';
import { askLine } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { RecentCommandId } from './recentCommandIds.ts';
import type { RecentSession } from './recentSession.ts';
import type { RecentTreeRow, RecentTreeSources } from './recentTree.ts';

/** What is done with sessions that were opened before. A command from the palette is about the selected rows, one by key about the row with the keys. */
export function recentCommands(
  { recent, zone }: RecentTreeSources,
  view: vscode.TreeView<RecentTreeRow>,
): Pick<Commands, RecentCommandId> {
  const meant = async (row: unknown): Promise<readonly RecentSession[]> => {
    const rows = isRecentRow(row) ? [row] : row === rowWithKeys ? await rowsWithKeys(view) : view.selection;
    const sessions = rows.flatMap((one) =>
      one.kind === 'recent' ? [one.session] : one.sessions.map((s) => s.session),
    );
    if (sessions.length === 0) tellInStatusBar(vscode.l10n.t('Select a session in the view of recent sessions.'));
    return sessions;
  };
  return {
    'insights.recent.pin': async (row) => {
      for (const session of await meant(row)) recent.pin(session, true);
    },
    'insights.recent.unpin': async (row) => {
      for (const session of await meant(row)) recent.pin(session, false);
    },
    'insights.recent.note': async (row) => {
      const [session] = await meant(row);
      if (!session) return;
      const note = await askLine({
        title: vscode.l10n.t('Note on the Session of {0}', timeWithZone(session.start, zone())),
        prompt: vscode.l10n.t('It is kept on this machine and never sent. Leave it empty to remove it.'),
        value: session.note ?? '',
      });
      if (note !== undefined) recent.note(session, note);
    },
    'insights.recent.remove': async (row) => recent.remove(await meant(row)),
    'insights.recent.clear': async () => {
      const gone = recent.all.filter(({ pinned }) => !pinned);
      if (gone.length === 0) return tellInStatusBar(vscode.l10n.t('There are no recent sessions to clear.'));
      const yes = await confirmed({
        question: vscode.l10n.t('Clear the recent sessions?'),
        detail: [
          vscode.l10n.t('Their notes are removed, too. Pinned sessions stay, and nothing is deleted at the service.'),
        ],
        yes: vscode.l10n.t('Clear'),
        no: vscode.l10n.t('Keep'),
      });
      if (yes) recent.clear();
    },
  };
}

function isRecentRow(row: unknown): row is RecentTreeRow {
  return typeof row === 'object' && row !== null && 'kind' in row && (row.kind === 'recent' || row.kind === 'group');
}
