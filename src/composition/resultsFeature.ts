import type * as vscode from 'vscode';
import type { RegisteredExplorer } from '../explorer/registerExplorer.ts';
import { registerResults } from '../results/registerResults.ts';
import type { Services } from './services.ts';

/** The results of queries; which one is meant may be the tree's to say. */
export function resultsFeature(
  { context, clients, shared, registrar, failed }: Services,
  explorer: RegisteredExplorer,
): vscode.Disposable {
  return registerResults(registrar, async () => {
    const { runs, deleted, lists, nodeFiles, resultsLooks, running } = await shared();
    return {
      selectedQuery: () => explorer.selectedQuery,
      queryWithKeys: () => explorer.queryWithKeys(),
      extensionUri: context.extensionUri,
      runs,
      deleted,
      lists,
      nodeFiles,
      looks: resultsLooks,
      failed,
      wordsOf: running.wordsOf,
      progressOf: (connection) => clients.progressOf(connection),
      unfoundIn: (connection) => clients.unfoundIn(connection),
      onDidProgress: clients.onDidProgress,
    };
  });
}
