import * as vscode from 'vscode';
import type { CommandRegistrar } from '../host/commandRegistrar.ts';
import { DisposableStore } from '../host/disposables.ts';
import { once } from '../host/once.ts';
import { registerNodeFileFeatures } from './nodeFiles/registerNodeFileFeatures.ts';
import { insightsQuery } from './queries/querySelector.ts';
import type { EditorSources } from './registerQueryFeatures.ts';

/** All that is done in query files and node files; what a query file has is loaded when the first one is open. */
export function registerEditor(registrar: CommandRegistrar, sources: () => Promise<EditorSources>): vscode.Disposable {
  const store = new DisposableStore();
  const features = once(async () => {
    const [{ registerQueryFeatures }, ready] = await Promise.all([import('./registerQueryFeatures.ts'), sources()]);
    return store.add(registerQueryFeatures(ready));
  });
  const loadFor = (document: vscode.TextDocument): void => {
    if (vscode.languages.match(insightsQuery, document) > 0) void features();
  };
  store.add(vscode.workspace.onDidOpenTextDocument(loadFor));
  for (const document of vscode.workspace.textDocuments) loadFor(document);
  store.add(registerNodeFileFeatures(async () => unnamedNodes(await sources())));
  store.add(
    registrar.register({
      'insights.newQuery': async (folder) => (await import('./writing/newQuery.ts')).newQuery(folder),
      'insights.importNodeNames': async () =>
        (await import('./nodeFiles/importNodeNames.ts')).importNodeNames(await sources()),
      'insights.forgetSeenValues': async () =>
        (await import('./forgetSeenValues.ts')).forgetSeenValues(await sources()),
    }),
  );
  return store;
}

/** The nodes that were seen and have no name yet. */
function unnamedNodes({ seenValues, nodeFiles }: EditorSources) {
  return seenValues
    .valuesEverywhere('nodeId')
    .filter(({ value }) => !nodeFiles.names.has(value))
    .map(({ value, detail }) => ({ id: value, ...(detail === undefined ? {} : { detail }) }));
}
