import * as vscode from 'vscode';
import type { InsightsClient } from '../api/insightsClient.ts';
import { summarise } from '../domain/session.ts';
import { timeWithZone } from '../domain/zonedTime.ts';
import { registerCommands } from '../host/commands.ts';
import { readSessionUri, sessionUri } from '../host/sessionUri.ts';
import type { DeletedSessions } from './deletedSessions.ts';
import type { SessionRow } from './rows.ts';
import type { RunSources } from './runQuery.ts';

export interface DeleteSources {
  readonly zone: () => string;
  readonly clientOf: (connection: string) => Promise<Pick<InsightsClient, 'deleteSession'>>;
  readonly wordsOf: RunSources['wordsOf'];
  /** Told of each session that is gone. */
  readonly deleted: Pick<DeletedSessions, 'add'>;
  /** Lets go of the document of a session. */
  readonly evict: (uri: vscode.Uri) => void;
  /** A line in the log for each session that was deleted, and for each that was not. */
  readonly receipt: (line: string) => void;
}

interface Doomed {
  readonly id: string;
  readonly start: Date;
  readonly agent: string;
  readonly connection: string;
}

/** A session and where it lives: a row of the tree, or what the viewer shows. */
type ChosenSession = Pick<SessionRow, 'connection' | 'session'>;

/** Deletes sessions at the service: asked for once, sent once, never more than what was selected. */
export function registerDeleteSessions(sources: DeleteSources): vscode.Disposable {
  return registerCommands({
    'insights.deleteSession': async (row, selected) => {
      const rows = (selected?.length ? selected : row ? [row] : []).filter(isSessionRow);
      await deleteSessions(rows.length > 0 ? rows : await sessionInViewer(), sources);
    },
  });
}

/** The session of a connection that the active viewer shows; one on disk is a file, and not ours to delete. */
async function sessionInViewer(): Promise<readonly ChosenSession[]> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== 'insights.session') return [];
  const place = readSessionUri(input.uri);
  if (!place) return [];
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(input.uri));
  return [{ connection: place.connection, session: JSON.parse(text) }];
}

async function deleteSessions(chosen: readonly ChosenSession[], sources: DeleteSources): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('Sessions are not deleted in a workspace that you do not trust.'),
    );
    return;
  }
  const doomed = chosen.flatMap(({ connection, session }): Doomed[] => {
    const { id, start, agent } = summarise(session);
    return id && start ? [{ id, start, agent: agent ?? vscode.l10n.t('unknown agent'), connection }] : [];
  });
  const [first] = doomed;
  if (!first || !(await confirm(doomed, sources.zone()))) return;
  const failed: unknown[] = [];
  for (const { id, start, connection } of doomed) {
    try {
      // No signal: a deletion on its way cannot be called back.
      await (await sources.clientOf(connection)).deleteSession(id, start);
      sources.deleted.add(connection, id);
      sources.evict(sessionUri(connection, start, id));
      sources.receipt(`deleted session ${id} on ${connection}`);
    } catch (error) {
      failed.push(error);
      sources.receipt(`session ${id} on ${connection} was not deleted: ${sources.wordsOf(error).sentence}`);
    }
  }
  await tell(doomed, failed, sources);
}

async function confirm(doomed: readonly Doomed[], zone: string): Promise<boolean> {
  const shown = doomed.slice(0, 10).map(({ id, start, agent, connection }) => {
    return vscode.l10n.t('{0}, {1}, {2}, on {3}', id, agent, timeWithZone(start, zone), connection);
  });
  const rest = doomed.length - shown.length;
  const detail = [...shown, ...(rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : [])].join('\n');
  const remove = vscode.l10n.t('Delete');
  const question =
    doomed.length === 1
      ? vscode.l10n.t('Delete this session for good?')
      : vscode.l10n.t('Delete these {0} sessions for good?', doomed.length);
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) !== remove) return false;
  if (doomed.length === 1) return true;
  const word = vscode.l10n.t('delete');
  const typed = await vscode.window.showInputBox({
    title: question,
    prompt: vscode.l10n.t('Type "{0}" to delete {1} sessions. There is no way back.', word, doomed.length),
    ignoreFocusOut: true,
    validateInput: (text) => (text === word ? undefined : vscode.l10n.t('Type "{0}".', word)),
  });
  return typed === word;
}

async function tell(doomed: readonly Doomed[], failed: readonly unknown[], sources: DeleteSources): Promise<void> {
  const gone = doomed.length - failed.length;
  const [failure] = failed;
  if (failure === undefined) {
    await vscode.window.showInformationMessage(vscode.l10n.t('Deleted: {0}.', gone));
    return;
  }
  const { sentence } = sources.wordsOf(failure);
  await vscode.window.showErrorMessage(
    vscode.l10n.t('Deleted: {0}, not deleted: {1}. {2}', gone, failed.length, sentence),
  );
}

function isSessionRow(row: unknown): row is SessionRow {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'session';
}
