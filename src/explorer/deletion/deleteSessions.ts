import * as vscode from 'vscode';
import type { InsightsClient } from '../../api/client/insightsClient.ts';
import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import { asRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { summarise } from '../../domain/session/session.ts';
import { timeWithZone } from '../../domain/time/zonedTime.ts';
import { readSessionUri, sessionUri } from '../../host/sessionUri.ts';
import { confirmed, tellError, tellInformation } from '../../host/surfaces/messages.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import { askLine } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { RunSources } from '../runs/runQuery.ts';
import type { SessionRow } from '../tree/rows.ts';
import { mayBeDone } from './mayBeDone.ts';
import { stopsAll } from './stopsAll.ts';

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

/** Deletes the sessions of rows, or the one that the viewer shows: asked for once, sent once, never more than what was chosen. */
export async function deleteChosen(rows: readonly unknown[], sources: DeleteSources): Promise<void> {
  const chosen = rows.filter(isSessionRow);
  await deleteSessions(chosen.length > 0 ? chosen : await sessionInViewer(), sources);
}

/** The session of a connection that the active viewer shows; one on disk is a file, and not ours to delete. */
async function sessionInViewer(): Promise<readonly ChosenSession[]> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== 'insights.session') return [];
  const place = readSessionUri(input.uri);
  if (!place) return [];
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(input.uri));
  return [{ connection: place.connection, session: asRecord(parseJson(text)) }];
}

async function deleteSessions(chosen: readonly ChosenSession[], sources: DeleteSources): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    await tellError(vscode.l10n.t('Sessions are not deleted in a workspace that you do not trust.'));
    return;
  }
  const doomed = doomedOf(chosen);
  if (doomed.length === 0) {
    tellInStatusBar(vscode.l10n.t('Select sessions of a connection in the view of queries, or open one.'));
    return;
  }
  if (!(await confirm(doomed, sources.zone()))) return;
  await tell(doomed, await deleteAll(doomed, sources), sources);
}

/** Each session once, though several queries may have found it. */
function doomedOf(chosen: readonly ChosenSession[]): readonly Doomed[] {
  const doomed = new Map<string, Doomed>();
  for (const { connection, session } of chosen) {
    const { id, start, agent = vscode.l10n.t('unknown agent') } = summarise(session);
    if (id && start) doomed.set(JSON.stringify([connection, id]), { id, start, agent, connection });
  }
  return [...doomed.values()];
}

/** What came of each deletion that was sent. */
type Outcomes = readonly { readonly session: Doomed; readonly error?: unknown }[];

/** One after the other, until something stands in the way of all of them; who cancels keeps those that were not sent yet. */
async function deleteAll(doomed: readonly Doomed[], sources: DeleteSources): Promise<Outcomes> {
  const outcomes: Outcomes[number][] = [];
  const title = vscode.l10n.t('Deleting sessions');
  await withProgress(title, async (report, signal) => {
    for (const one of doomed) {
      if (signal.aborted) return;
      report({ message: vscode.l10n.t('{0} of {1}', outcomes.length + 1, doomed.length) });
      const outcome = await deleteOne(one, sources);
      outcomes.push(outcome);
      if (stopsAll(outcome.error)) return;
      report({ increment: 100 / doomed.length });
    }
  });
  return outcomes;
}

async function deleteOne(session: Doomed, sources: DeleteSources): Promise<Outcomes[number]> {
  const { id, start, connection } = session;
  try {
    // No signal: a deletion on its way cannot be called back.
    await (await sources.clientOf(connection)).deleteSession(id, start);
    sources.deleted.add(connection, id);
    sources.evict(sessionUri(connection, start, id));
    sources.receipt(`deleted session ${id} on ${connection}`);
    return { session };
  } catch (error) {
    const { sentence } = sources.wordsOf(error, connection);
    sources.receipt(`session ${id} on ${connection} ${mayBeDone(error) ? 'may be' : 'was not'} deleted: ${sentence}`);
    return { session, error };
  }
}

async function confirm(doomed: readonly Doomed[], zone: string): Promise<boolean> {
  const shown = doomed.slice(0, 10).map(({ id, start, agent, connection }) => {
    return vscode.l10n.t('{0}, {1}, {2}, on {3}', id, agent, timeWithZone(start, zone), connection);
  });
  const rest = doomed.length - shown.length;
  const detail = [...shown, ...(rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : [])];
  const question =
    doomed.length === 1
      ? vscode.l10n.t('Delete this session for good?')
      : vscode.l10n.t('Delete these {0} sessions for good?', doomed.length);
  const yes = vscode.l10n.t('Delete');
  if (!(await confirmed({ question, detail, yes, no: vscode.l10n.t('Keep') }))) return false;
  if (doomed.length === 1) return true;
  const word = vscode.l10n.t('delete');
  const typed = await askLine({
    title: question,
    prompt: vscode.l10n.t('Type "{0}" to delete {1} sessions. There is no way back.', word, doomed.length),
    ignoreFocusOut: true,
    validateInput: (text) => (text === word ? undefined : vscode.l10n.t('Type "{0}".', word)),
  });
  return typed === word;
}

/** Which are gone, which are not, and of which nobody knows; what was surely not deleted can be tried again. */
async function tell(doomed: readonly Doomed[], outcomes: Outcomes, sources: DeleteSources): Promise<void> {
  const failed = outcomes.filter((outcome) => 'error' in outcome);
  const gone = outcomes.filter((outcome) => !('error' in outcome)).map(({ session }) => session);
  const unsettled = failed.filter(({ error }) => mayBeDone(error)).map(({ session }) => session);
  const rest = doomed.filter((session) => !gone.includes(session) && !unsettled.includes(session));
  if (unsettled.length + rest.length === 0) {
    await tellInformation(vscode.l10n.t('Deleted: {0}.', gone.length));
    return;
  }
  const parts = [
    gone.length > 0 ? vscode.l10n.t('Deleted: {0} ({1})', gone.length, namesOf(gone)) : vscode.l10n.t('Deleted: 0'),
    ...(rest.length > 0 ? [vscode.l10n.t('not deleted: {0} ({1})', rest.length, namesOf(rest))] : []),
    ...(unsettled.length > 0
      ? [vscode.l10n.t('perhaps deleted, run the query again to see: {0} ({1})', unsettled.length, namesOf(unsettled))]
      : []),
  ].join(', ');
  // The last failure is what ended it, where something did.
  const last = failed.at(-1);
  const reason = last ? ` ${sources.wordsOf(last.error, last.session.connection).sentence}` : '';
  const again = vscode.l10n.t('Try the Rest');
  const picked = await tellError(`${parts}.${reason}`, ...(rest.length > 0 ? [again] : []));
  if (picked === again) await tell(rest, await deleteAll(rest, sources), sources);
}

function namesOf(sessions: readonly Doomed[]): string {
  return sessions.map(({ id }) => id).join(', ');
}

function isSessionRow(row: unknown): row is SessionRow {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'session';
}
