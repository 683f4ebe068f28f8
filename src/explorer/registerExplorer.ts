import * as vscode from 'vscode';
import type { CommandRegistrar } from '../host/commandRegistrar.ts';
import { DisposableStore } from '../host/disposables.ts';
import { LazyTree } from '../host/lazyTree.ts';
import { once } from '../host/once.ts';
import { rowsWithKeys } from '../host/rowsWithKeys.ts';
import type { ExplorerSources } from './explorer.ts';
import { explorerCommandIds } from './explorerCommandIds.ts';
import type { Row } from './tree/rows.ts';

export interface RegisteredExplorer extends vscode.Disposable {
  /** The query of the selected row, for commands that come without one. */
  readonly selectedQuery: vscode.Uri | undefined;
  /** The query of the row that the keys are at, while they are in the view. */
  queryWithKeys(): Promise<vscode.Uri | undefined>;
}

/** The view of queries and their runs, loaded when it is first looked at or one of its commands is run. */
export function registerExplorer(
  registrar: CommandRegistrar,
  sources: () => Promise<ExplorerSources>,
): RegisteredExplorer {
  const store = new DisposableStore();
  const rows: LazyTree<Row> = store.add(new LazyTree(async () => (await explorer()).tree));
  const view = store.add(
    vscode.window.createTreeView<Row>('insights.queries', {
      treeDataProvider: rows,
      showCollapseAll: true,
      canSelectMany: true,
    }),
  );
  const explorer = once(async () => {
    const [{ createExplorer }, ready] = await Promise.all([import('./explorer.ts'), sources()]);
    const created = store.add(createExplorer(ready, view));
    rows.follow(created.tree);
    return created;
  });
  store.add(registrar.registerOnUse(explorerCommandIds, async () => (await explorer()).commands));
  return {
    dispose: () => store.dispose(),
    get selectedQuery() {
      return queryOfRow(view.selection);
    },
    queryWithKeys: async () => queryOfRow(await rowsWithKeys(view)),
  };
}

function queryOfRow([row]: readonly Row[]): vscode.Uri | undefined {
  return row && row.kind !== 'folder' ? row.queryUri : undefined;
}
