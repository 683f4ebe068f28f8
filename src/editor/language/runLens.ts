import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import { inertText } from '../../domain/text/inertText.ts';
import { withoutFolders } from '../../domain/text/withoutFolders.ts';
import { commandOf } from '../../host/commands.ts';
import type { LocalProgress } from '../../host/connections/localService.ts';
import { progressWords } from '../../host/connections/progressWords.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import { numberText } from '../../host/numberText.ts';
import { shortfallWords } from '../../host/runs/runWords.ts';
import { codeLensEnabled, onDidChangeSetting } from '../../host/settings.ts';
import { iconText } from '../../host/surfaces/iconText.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';

/** What the lens says of the current run of a query. */
export type ShownRun = Pick<
  Run,
  'identity' | 'state' | 'error' | 'sessions' | 'total' | 'canLoadMore' | 'leftOut' | 'shortfall'
>;

/** The connection that a query would run on; `ready` when nothing is missing to use it. */
export interface ShownConnection {
  readonly name: string;
  readonly ready: boolean;
}

export interface RunLensSources {
  readonly queries: ParsedQueries;
  runOf(query: vscode.Uri): ShownRun | undefined;
  connectionOf(name: string | undefined, query: vscode.Uri): Promise<ShownConnection | undefined>;
  /** How many sessions came of a followed query that nobody has looked at; undefined for one that is not followed. */
  unseenOf(query: vscode.Uri): number | undefined;
  /** How far the file behind a connection is read, while somebody waits for that. */
  progressOf(connection: string): LocalProgress | undefined;
  /** What a failure is in words, on a connection. */
  wordsOf(error: unknown, connection: string): ErrorWords;
  /** A run, its progress, a connection or a key changed. */
  readonly onDidChange: vscode.Event<unknown>;
}

const longestReason = 100;

/** The lens above a query: run it, what its run found, and the connection it uses. */
export function registerRunLens(sources: RunLensSources): vscode.Disposable {
  const lenses = new RunLenses(sources);
  return vscode.Disposable.from(lenses, vscode.languages.registerCodeLensProvider(insightsQuery, lenses));
}

class RunLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #sources: RunLensSources;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  /** Since when each query runs that does. */
  readonly #runningSince = new Map<string, number>();
  #tick: NodeJS.Timeout | undefined;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(sources: RunLensSources) {
    this.#sources = sources;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      sources.onDidChange(() => this.#changed.fire()),
      onDidChangeSetting('insights.codeLens.enabled', () => this.#changed.fire()),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!codeLensEnabled()) return [];
    const query = this.#sources.queries.of(document);
    const start = document.positionAt(query.root?.offset ?? 0);
    const at = (command: vscode.Command): vscode.CodeLens =>
      new vscode.CodeLens(new vscode.Range(start, start), command);
    const run = this.#sources.runOf(document.uri);
    const results = at(commandOf('insights.openResults', iconText('table', vscode.l10n.t('Results')), document.uri));
    if (run?.state === 'running') {
      const progress = this.#sources.progressOf(run.identity.connection);
      return [at(cancelCommand(document.uri, this.#secondsRunning(document.uri), progress)), results];
    }
    this.#runningSince.delete(document.uri.toString());
    const connection = await this.#sources.connectionOf(query.value.connection, document.uri);
    const reason = run && this.#reasonOf(run);
    const again = commandOf('insights.runQuery', runTitle(run, reason), document.uri);
    const runs = at(reason === undefined ? again : { ...again, tooltip: inertText(reason) });
    const sent = commandOf('insights.showSent', vscode.l10n.t('What was sent'), document.uri);
    return [
      runs,
      ...(run?.state === 'failed' ? [at(sent)] : []),
      ...(run ? [results] : []),
      ...(run?.state === 'done' ? [at(followCommand(document.uri, this.#sources.unseenOf(document.uri)))] : []),
      at(connectionCommand(connection)),
    ];
  }

  /** Why a run failed, or why sessions are missing from it. */
  #reasonOf(run: ShownRun): string | undefined {
    return run.state === 'failed'
      ? this.#sources.wordsOf(run.error, run.identity.connection).sentence
      : shortfallWords(run);
  }

  dispose(): void {
    clearTimeout(this.#tick);
    this.#listeners.dispose();
  }

  /** The seconds go on while something runs: one tick for all lenses, and none when nothing does. */
  #secondsRunning(query: vscode.Uri): number {
    clearTimeout(this.#tick);
    this.#tick = setTimeout(() => this.#changed.fire(), 1000);
    const since = this.#runningSince.get(query.toString()) ?? Date.now();
    this.#runningSince.set(query.toString(), since);
    return Math.floor((Date.now() - since) / 1000);
  }
}

function cancelCommand(uri: vscode.Uri, seconds: number, progress: LocalProgress | undefined): vscode.Command {
  const words = progress
    ? vscode.l10n.t('Cancel ({0} s, {1})', seconds, progressWords(progress))
    : vscode.l10n.t('Cancel ({0} s)', seconds);
  return commandOf('insights.cancelRun', iconText('debug-stop', words), uri);
}

/** To follow a query whose run has ended, or to stop that. */
function followCommand(uri: vscode.Uri, unseen: number | undefined): vscode.Command {
  if (unseen === undefined)
    return commandOf('insights.followQuery', iconText('broadcast', vscode.l10n.t('Follow')), uri);
  const words =
    unseen === 0 ? vscode.l10n.t('Following · Stop') : vscode.l10n.t('Following, {0} new · Stop', numberText(unseen));
  return commandOf('insights.followQuery', iconText('broadcast', words), uri);
}

function runTitle(run: ShownRun | undefined, reason = ''): string {
  switch (run?.state) {
    case undefined:
    case 'running':
      return iconText('play', vscode.l10n.t('Run query'));
    case 'done':
      return iconText('play', foundWords(run));
    case 'failed':
      return iconText('error', failedWords(run, reason));
    case 'cancelled':
      return iconText('play', cancelledWords(run));
  }
}

function foundWords({ sessions, leftOut, canLoadMore, shortfall, total: { count, atLeast } }: ShownRun): string {
  if (leftOut !== undefined)
    return vscode.l10n.t(
      '{0} of {1} after refinement · Run again',
      numberText(sessions.length),
      `${numberText(sessions.length + leftOut)}${canLoadMore ? '+' : ''}`,
    );
  // A service that does not say how many there are says 0.
  const found = Math.max(count, sessions.length);
  const [shown, all] = [numberText(sessions.length), `${numberText(found)}${atLeast ? '+' : ''}`];
  if (shortfall === 'outsideRange')
    return vscode.l10n.t('{0} of {1} sessions, some outside of the range · Run again', shown, all);
  if (shortfall === 'filterUnheeded')
    return vscode.l10n.t('{0} of {1} sessions, some don’t match the filter · Run again', shown, all);
  if (shortfall) return vscode.l10n.t('{0} of {1} sessions, some missing · Run again', shown, all);
  if (found === 1 && !atLeast) return vscode.l10n.t('1 session · Run again');
  return vscode.l10n.t('{0} sessions · Run again', all);
}

function failedWords({ sessions: { length: loaded }, canLoadMore }: ShownRun, reason: string): string {
  const shown = shortened(reason);
  if (!canLoadMore) return vscode.l10n.t('Failed: {0} · Run again', shown);
  if (loaded === 1) return vscode.l10n.t('Failed after 1 session: {0} · Run again', shown);
  return vscode.l10n.t('Failed after {0} sessions: {1} · Run again', numberText(loaded), shown);
}

/** A lens is one line, with others at its side: the whole sentence is in its tooltip, and in the tree. */
function shortened(sentence: string): string {
  if (sentence.length <= longestReason) return sentence;
  // What is wrong often stands behind where.
  const named = withoutFolders(sentence);
  return named.length > longestReason ? `${named.slice(0, longestReason).trimEnd()}…` : named;
}

function cancelledWords({ sessions: { length: loaded }, canLoadMore }: ShownRun): string {
  if (!canLoadMore) return vscode.l10n.t('Cancelled · Run again');
  if (loaded === 1) return vscode.l10n.t('Cancelled after 1 session · Run again');
  return vscode.l10n.t('Cancelled after {0} sessions · Run again', numberText(loaded));
}

/** The connection that a run will use, and the way to finish it. */
function connectionCommand(connection: ShownConnection | undefined): vscode.Command {
  if (connection?.ready)
    return commandOf('insights.switchConnection', inertText(vscode.l10n.t('on {0}', connection.name)));
  // Whatever is missing, trust is what it waits for first.
  if (!vscode.workspace.isTrusted) return { command: 'workbench.trust.manage', title: vscode.l10n.t('Manage Trust') };
  return connection
    ? commandOf('insights.setApiKey', inertText(vscode.l10n.t('Set up {0}', connection.name)), connection.name)
    : commandOf('insights.addConnection', vscode.l10n.t('Set up connection'));
}
