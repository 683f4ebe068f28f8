import * as vscode from 'vscode';
import type { DeletedSessions } from '../api/runs/deletedSessions.ts';
import type { FoundSession, ResultLists } from '../api/runs/resultLists.ts';
import type { UnfoundSessions } from '../domain/connections/unfoundSessions.ts';
import type { SessionDocument } from '../domain/session/session.ts';
import type { Commands } from '../host/commands.ts';
import type { LocalProgress } from '../host/connections/localService.ts';
import { DisposableStore } from '../host/disposables.ts';
import { movedUri } from '../host/movedUri.ts';
import { queryOf, queryOrWords, tellNoQuery } from '../host/queries/queryTarget.ts';
import { rowsWithKeys, rowWithKeys } from '../host/rowsWithKeys.ts';
import { tellInStatusBar } from '../host/surfaces/statusBar.ts';
import type { ExplorerCommandId } from './explorerCommandIds.ts';
import type { FollowSources } from './follow/following.ts';
import { Following } from './follow/following.ts';
import { QueryFiles } from './queries/queryFiles.ts';
import type { LastRuns } from './runs/lastRuns.ts';
import { runQueryFile } from './runs/runQuery.ts';
import { QueriesTree } from './tree/queriesTree.ts';
import type { QueryRow, Row, SessionRow } from './tree/rows.ts';
import { isRow } from './tree/rows.ts';

export interface ExplorerSources extends FollowSources {
  readonly activeConnection: () => string;
  readonly zone: () => string;
  readonly lists: ResultLists;
  readonly deleted: DeletedSessions;
  readonly lastRuns: Pick<LastRuns, 'of'>;
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
  /** Words in rows changed: the zone, or what a connection lacks. */
  readonly onDidChangeWords: vscode.Event<unknown>;
  /** How far the file behind a connection is read, while somebody waits for that. */
  readonly progressOf: (connection: string) => LocalProgress | undefined;
  /** Which sessions of the file behind a connection nobody finds. */
  readonly unfoundIn: (connection: string) => UnfoundSessions | undefined;
  readonly onDidProgress: vscode.Event<void>;
  /** What a node is called, for a query. */
  readonly nameOf: (query: vscode.Uri, nodeId: string) => string | undefined;
  /** The folder of sample queries, and where copies of it may be kept. */
  readonly samples: vscode.Uri;
  readonly storage: vscode.Uri;
}

/** The tree of queries, and what its commands do. */
export interface Explorer extends vscode.Disposable {
  readonly tree: QueriesTree;
  readonly commands: Pick<Commands, ExplorerCommandId>;
}

/** What is done in the view of queries and with their runs. */
export function createExplorer(sources: ExplorerSources, view: vscode.TreeView<Row>): Explorer {
  const store = new DisposableStore();
  const files = store.add(new QueryFiles());
  const following = store.add(new Following(sources));
  const tree = store.add(new QueriesTree({ ...sources, files, following }, view));
  const { runs, lists } = sources;
  let last: vscode.Uri | undefined;
  let running = false;

  /** The query that a command is about; where there is none, that is said. */
  const meantBy = async (target: unknown): Promise<vscode.Uri | undefined> => {
    if (target !== rowWithKeys) return queryOf(target) ?? queryOrWords(selectedQuery(tree.selection));
    const query = selectedQuery(await rowsWithKeys(view));
    if (!query) tellNoQuery();
    return query;
  };

  const run = async (uri: vscode.Uri, target?: unknown): Promise<void> => {
    const started = await runQueryFile(uri, sources);
    if (!started) return;
    last = uri;
    // Nobody waits for the view before what was found is there.
    void tree.reveal(uri, { withKeys: target === rowWithKeys });
    await started.finished;
    await tree.reveal(uri);
  };

  let walked: (FoundSession & { readonly queryUri: string }) | undefined;
  store.add(
    tree.onDidSelect((rows) => {
      for (const row of rows) {
        if (row.kind === 'session') {
          // What a walk has come to is selected too: its list is the one that is walked through, which a table may have in another order.
          if (!isWalkedTo(row, walked)) rememberList(row, lists);
          if (typeof row.session.id === 'string') following.seen(row.queryUri.toString(), [row.session.id]);
        } else if (row.kind === 'query') following.seen(row.queryUri.toString());
      }
    }),
  );
  store.add(
    lists.onDidMove((session) => {
      walked = session;
      void tree.follow(session);
    }),
  );
  store.add(
    runs.onDidChange((uri) => {
      // Most changes are of one that runs: whether others do is not to be asked at each row that comes.
      const now = runs.current(uri)?.state === 'running' || runs.all.some(({ state }) => state === 'running');
      if (now === running) return;
      running = now;
      void vscode.commands.executeCommand('setContext', 'insights.running', running);
    }),
  );
  store.add(
    vscode.workspace.onDidRenameFiles(({ files: renamed }) => {
      for (const { oldUri, newUri } of renamed) runs.move(oldUri.toString(), newUri.toString());
      last = last && (movedUri(last, renamed) ?? last);
    }),
  );
  store.add(
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (!document.isUntitled) return;
      const saved = savedFrom(document);
      // The next unsaved query may get the same name, and must not get these results.
      if (saved) runs.move(document.uri.toString(), saved.toString());
      else runs.forget(document.uri.toString());
    }),
  );
  return {
    tree,
    dispose: () => store.dispose(),
    commands: {
      'insights.runQuery': async (target) => {
        const uri = await meantBy(target);
        if (uri) await run(uri, target);
      },
      'insights.cancelRun': async (target) => {
        const query = target === rowWithKeys ? selectedQuery(await rowsWithKeys(view)) : queryOf(target);
        const uri = query?.toString();
        // By key, with the cursor in a query that does not run, it is about those that do.
        const isRunning = uri !== undefined && runs.current(uri)?.state === 'running';
        if (isRunning) runs.cancel(uri);
        else if (running && (uri === undefined || !target || target === rowWithKeys)) runs.cancelAll();
        else tellInStatusBar(vscode.l10n.t('No query is running.'));
      },
      'insights.rerunLast': async () => {
        if (last) await run(last);
        else tellInStatusBar(vscode.l10n.t('No query was run in this window yet.'));
      },
      'insights.runFolder': async (row) => {
        const [selected] = tree.selection;
        const folder = isRow(row) ? row : selected;
        const queries = queriesIn(folder).map(({ file }) => file);
        if (folder?.kind !== 'folder' || queries.length === 0) {
          return tellInStatusBar(vscode.l10n.t('Select a folder with queries in the view of queries.'));
        }
        await (await import('./runs/runFolder.ts')).runFolder({ name: folder.name, queries }, sources);
      },
      'insights.loadMore': async (target) => {
        const uri = await meantBy(target);
        if (!uri) return;
        const current = runs.current(uri.toString());
        if (!current?.canLoadMore) return tellInStatusBar(vscode.l10n.t('There is nothing more to load.'));
        const before = current.sessions.length;
        await current.loadMore();
        // Who cancelled it by key is elsewhere by now.
        if (current.state !== 'cancelled') await tree.select(uri, before + following.arrivedOf(uri.toString()).length);
      },
      'insights.followQuery': async (target) => {
        const uri = await meantBy(target);
        if (!uri) return;
        await following.toggle(uri);
        if (following.isFollowed(uri.toString())) await tree.reveal(uri, { withKeys: target === rowWithKeys });
      },
      'insights.stopFollowing': () => {
        if (!following.endAll()) tellInStatusBar(vscode.l10n.t('No query is followed.'));
      },
      'insights.openNextSession': async () => {
        const { openNextSession } = await import('./follow/openNextSession.ts');
        await openNextSession(sources.activeConnection(), sources);
      },
      'insights.focusResults': async () => {
        const uri = queryOf(undefined) ?? selectedQuery(tree.selection) ?? queryOrWords(last);
        if (uri && !(await tree.select(uri, 0))) {
          tellInStatusBar(vscode.l10n.t('This query has no results yet: Run Query asks for them.'));
        }
      },
      'insights.showHistory': async () => {
        const { showHistory } = await import('./runs/history.ts');
        await showHistory({ history: runs.history, zone: sources.zone(), reveal: (query) => tree.reveal(query) });
      },
      'insights.refreshQueries': async () => {
        files.refresh();
        tellInStatusBar(vscode.l10n.t('Looking for query files again.'));
      },
      'insights.copySessionId': async (row) => {
        const [selected] = tree.selection;
        const session = isRow(row) ? row : selected;
        const id = session?.kind === 'session' ? session.session.id : undefined;
        if (typeof id !== 'string') {
          return tellInStatusBar(vscode.l10n.t('Select a session with an id in the view of queries.'));
        }
        await vscode.env.clipboard.writeText(id);
        tellInStatusBar(vscode.l10n.t('Copied the session id.'));
      },
      'insights.openSamples': () => openSamples(sources),
    },
  };
}

function isWalkedTo(row: SessionRow, found: (FoundSession & { readonly queryUri: string }) | undefined): boolean {
  const { connection, session, queryUri } = row;
  return found?.connection === connection && found.id === session.id && found.queryUri === queryUri.toString();
}

function rememberList({ connection, session: { id }, queryUri }: SessionRow, lists: ResultLists): void {
  if (typeof id === 'string') lists.chosen({ connection, id }, queryUri.toString());
}

function selectedQuery([row]: readonly Row[]): vscode.Uri | undefined {
  return row && row.kind !== 'folder' ? row.queryUri : undefined;
}

/** What a query that was never saved was saved as: the file that opened with its text as it closed. */
function savedFrom(closed: vscode.TextDocument): vscode.Uri | undefined {
  const text = closed.getText();
  return vscode.workspace.textDocuments.find(
    (other) => !other.isUntitled && other.languageId === closed.languageId && other.getText() === text,
  )?.uri;
}

function queriesIn(row: unknown): readonly QueryRow[] {
  if (!isRow(row)) return [];
  if (row.kind === 'query') return [row];
  return row.kind === 'folder' ? row.children.flatMap(queriesIn) : [];
}

/** A copy that people may change: an update replaces what lies in the extension's own folder. */
async function openSamples({ samples, storage }: ExplorerSources): Promise<void> {
  const copy = vscode.Uri.joinPath(storage, 'samples');
  try {
    await vscode.workspace.fs.stat(copy);
  } catch {
    await vscode.workspace.fs.copy(samples, copy);
  }
  await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
}
