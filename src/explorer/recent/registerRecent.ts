import * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { LazyTree } from '../../host/lazyTree.ts';
import { once } from '../../host/once.ts';
import { recentCommandIds } from './recentCommandIds.ts';
import type { RecentTreeRow, RecentTreeSources } from './recentTree.ts';

/** The view of sessions that were opened, loaded when it is first looked at. */
export function registerRecent(
  registrar: CommandRegistrar,
  sources: () => Promise<RecentTreeSources>,
): vscode.Disposable {
  const store = new DisposableStore();
  const rows: LazyTree<RecentTreeRow> = store.add(new LazyTree(async () => (await loaded()).tree));
  const view = store.add(
    vscode.window.createTreeView<RecentTreeRow>('insights.recent', {
      treeDataProvider: rows,
      showCollapseAll: true,
      canSelectMany: true,
    }),
  );
  const loaded = once(async () => {
    const [{ RecentTree }, { recentCommands }, ready] = await Promise.all([
      import('./recentTree.ts'),
      import('./recentCommands.ts'),
      sources(),
    ]);
    const tree = store.add(new RecentTree(ready));
    rows.follow(tree);
    return { tree, commands: recentCommands(ready, view) };
  });
  store.add(registrar.registerOnUse(recentCommandIds, async () => (await loaded()).commands));
  return store;
}
