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
import type { Outcome } from './deleteEach.ts';
import { deleteEach } from './deleteEach.ts';
import { mayBeDone } from './mayBeDone.ts';

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

/**
 * Deletes the sessions among rows, or without any rows the one that the viewer shows: asked for once, sent once, never more than what was
 * chosen. A row of a day among them is not its sessions.
 */
export async function deleteChosen(rows: readonly unknown[], sources: DeleteSources): Promise<void> {
  await deleteSessions(rows.length > 0 ? rows.filter(isSessionRow) : await sessionInViewer(), sources);
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
    await tellError(vscode.l10n.t('Sessions can’t be deleted in a workspace that you don’t trust.'));
    return;
  }
  const doomed = doomedOf(chosen);
  const nameless = chosen.filter(({ session }) => !isDeletable(session)).length;
  if (doomed.length === 0) {
    tellInStatusBar(vscode.l10n.t('Select sessions of a connection in the view of queries, or open one.'));
    return;
  }
  if (!(await confirm(doomed, nameless, sources.zone()))) return;
  await tell(doomed, await deleteAll(doomed, sources), sources);
}

/** The service deletes by id and start. */
function isDeletable(session: SessionRow['session']): boolean {
  const { id, start } = summarise(session);
  return id !== undefined && start !== undefined;
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

type Outcomes = readonly Outcome<Doomed>[];

/** Who cancels keeps those that were not sent yet. */
async function deleteAll(doomed: readonly Doomed[], sources: DeleteSources): Promise<Outcomes> {
  const outcomes = await withProgress(vscode.l10n.t('Deleting sessions'), (report, signal) =>
    deleteEach(doomed, {
      send: (one) => deleteOne(one, sources),
      signal,
      onSend: (sent) => {
        const message = vscode.l10n.t('{0} of {1}', sent + 1, doomed.length);
        report({ message, increment: sent === 0 ? 0 : 100 / doomed.length });
      },
    }),
  );
  const sent = new Set(outcomes.map(({ session }) => session));
  for (const { id, connection } of doomed.filter((one) => !sent.has(one))) {
    sources.receipt(`session ${id} on ${connection} was not deleted: nothing was sent`);
  }
  return outcomes;
}

async function deleteOne({ id, start, connection }: Doomed, sources: DeleteSources): Promise<void> {
  try {
    // No signal: a deletion on its way cannot be called back.
    await (await sources.clientOf(connection)).deleteSession(id, start);
  } catch (error) {
    const { sentence } = sources.wordsOf(error, connection);
    sources.receipt(`session ${id} on ${connection} ${mayBeDone(error) ? 'may be' : 'was not'} deleted: ${sentence}`);
    throw error;
  }
  sources.deleted.add(connection, id);
  sources.evict(sessionUri(connection, start, id));
  sources.receipt(`deleted session ${id} on ${connection}`);
}

async function confirm(doomed: readonly Doomed[], nameless: number, zone: string): Promise<boolean> {
  const shown = doomed.slice(0, 10).map(({ id, start, agent, connection }) => {
    return vscode.l10n.t('{0}, {1}, {2}, on {3}', id, agent, timeWithZone(start, zone), connection);
  });
  const rest = doomed.length - shown.length;
  const detail = [
    ...shown,
    ...(rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : []),
    ...(nameless > 0 ? [vscode.l10n.t('Also selected, but kept, as they have no id or no start: {0}', nameless)] : []),
  ];
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
    prompt: vscode.l10n.t('Type "{0}" to delete {1} sessions. This can’t be undone.', word, doomed.length),
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
  // The last failure on a connection is what ended it there, where something did.
  const last = new Map(failed.map(({ session: { connection }, error }) => [connection, error]));
  const reasons = [...last].map(([connection, error]) => ` ${sources.wordsOf(error, connection).sentence}`).join('');
  const again = vscode.l10n.t('Try the Rest');
  const picked = await tellError(`${parts}.${reasons}`, ...(rest.length > 0 ? [again] : []));
  if (picked === again) await tell(rest, await deleteAll(rest, sources), sources);
}

/** As many as one reads in a message: the log has a line for each. */
const mostNamed = 10;

function namesOf(sessions: readonly Doomed[]): string {
  const names = sessions.slice(0, mostNamed).map(({ id }) => id);
  const rest = sessions.length - names.length;
  return [...names, ...(rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : [])].join(', ');
}

function isSessionRow(row: unknown): row is SessionRow {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'session';
}
