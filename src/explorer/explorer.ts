import * as vscode from 'vscode';
import type { DeletedSessions } from '../api/runs/deletedSessions.ts';
import type { ResultLists } from '../api/runs/resultLists.ts';
import type { Commands } from '../host/commands.ts';
import { DisposableStore } from '../host/disposables.ts';
import { tellInStatusBar } from '../host/surfaces/statusBar.ts';
import type { ExplorerCommandId } from './explorerCommandIds.ts';
import { QueryFiles } from './queries/queryFiles.ts';
import { queryOf } from './queries/queryTarget.ts';
import type { RunSources } from './runs/runQuery.ts';
import { runQueryFile } from './runs/runQuery.ts';
import { QueriesTree } from './tree/queriesTree.ts';
import type { QueryRow, Row, SessionRow } from './tree/rows.ts';
import { isRow } from './tree/rows.ts';

export interface ExplorerSources extends RunSources {
  readonly zone: () => string;
  readonly lists: ResultLists;
  readonly deleted: DeletedSessions;
  /** Words in rows changed: the zone, or what a connection lacks. */
  readonly onDidChangeWords: vscode.Event<unknown>;
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
  const tree = store.add(new QueriesTree({ ...sources, files }, view));
  const { runs, lists } = sources;
  let last: vscode.Uri | undefined;

  const run = async (uri: vscode.Uri): Promise<void> => {
    const started = await runQueryFile(uri, sources);
    if (!started) return;
    last = uri;
    await tree.reveal(uri);
    await started.finished;
    await tree.reveal(uri);
  };

  store.add(
    tree.onDidSelect((rows) => {
      for (const row of rows) if (row.kind === 'session') rememberList(row, lists);
    }),
  );
  store.add(lists.onDidMove((session) => void tree.follow(session)));
  store.add(
    runs.onDidChange(() => {
      const running = runs.all.some(({ state }) => state === 'running');
      void vscode.commands.executeCommand('setContext', 'insights.running', running);
    }),
  );
  store.add(
    vscode.workspace.onDidCloseTextDocument(({ isUntitled, uri }) => {
      // The next unsaved query may get the same name, and must not get these results.
      if (isUntitled) runs.forget(uri.toString());
    }),
  );
  return {
    tree,
    dispose: () => store.dispose(),
    commands: {
      'insights.runQuery': async (target) => {
        const uri = queryOf(target) ?? selectedQuery(tree.selection);
        if (uri) await run(uri);
      },
      'insights.cancelRun': (target) => {
        const uri = queryOf(target)?.toString();
        // By key, with the cursor in a query that does not run, it is about those that do.
        if (uri !== undefined && (target || runs.current(uri)?.state === 'running')) runs.cancel(uri);
        else runs.cancelAll();
      },
      'insights.rerunLast': async () => {
        if (last) await run(last);
        else tellInStatusBar(vscode.l10n.t('No query was run in this window yet.'));
      },
      'insights.runFolder': async (row) => {
        for (const query of queriesIn(row)) {
          const started = await runQueryFile(query.queryUri, sources);
          if (started) await tree.reveal(query.queryUri);
        }
      },
      'insights.loadMore': async (target) => {
        const uri = queryOf(target);
        const current = uri && runs.current(uri.toString());
        if (!uri || !current) return;
        const before = current.sessions.length;
        await current.loadMore();
        // Who cancelled it by key is elsewhere by now.
        if (current.state !== 'cancelled') await tree.select(uri, before);
      },
      'insights.focusResults': async () => {
        const uri = queryOf(undefined) ?? last;
        if (uri) await tree.select(uri, 0);
      },
      'insights.refreshQueries': async () => files.refresh(),
      'insights.copySessionId': async (row) => {
        const id = isRow(row) && row.kind === 'session' ? row.session.id : undefined;
        if (typeof id === 'string') await vscode.env.clipboard.writeText(id);
      },
      'insights.openSamples': () => openSamples(sources),
    },
  };
}

function rememberList({ connection, session: { id }, queryUri }: SessionRow, lists: ResultLists): void {
  if (typeof id === 'string') lists.chosen({ connection, id }, queryUri.toString());
}

function selectedQuery([row]: readonly Row[]): vscode.Uri | undefined {
  return row && row.kind !== 'folder' ? row.queryUri : undefined;
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
