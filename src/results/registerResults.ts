import * as vscode from 'vscode';
import type { CommandRegistrar } from '../host/commandRegistrar.ts';
import { DisposableStore } from '../host/disposables.ts';
import { once } from '../host/once.ts';
import { resultsScheme, resultsViewType } from '../host/resultsUri.ts';
import type { ResultsNeeds } from './results.ts';
import { resultsCommandIds } from './resultsCommandIds.ts';
import { ResultsFiles } from './resultsFiles.ts';

/** The results of queries as documents of their own, and their commands; loaded when the first of them is used. */
export function registerResults(registrar: CommandRegistrar, needs: () => Promise<ResultsNeeds>): vscode.Disposable {
  const store = new DisposableStore();
  const results = once(async () => {
    const [{ Results }, ready] = await Promise.all([import('./results.ts'), needs()]);
    return store.add(new Results(ready));
  });
  const files = store.add(new ResultsFiles());
  store.add(vscode.workspace.registerFileSystemProvider(resultsScheme, files, { isReadonly: true }));
  store.add(
    vscode.window.registerCustomEditorProvider(
      resultsViewType,
      {
        openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
        resolveCustomEditor: async (document, panel) => (await results()).show(document.uri, panel),
      },
      { supportsMultipleEditorsPerDocument: true },
    ),
  );
  store.add(registrar.registerOnUse(resultsCommandIds, async () => (await results()).commands));
  return store;
}
