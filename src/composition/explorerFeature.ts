import * as vscode from 'vscode';
import type { RegisteredExplorer } from '../explorer/registerExplorer.ts';
import { registerExplorer } from '../explorer/registerExplorer.ts';
import { later } from './later.ts';
import { onDidChangeWords } from './onDidChangeWords.ts';
import type { Services } from './services.ts';

/** The tree of queries with their runs, and following them. */
export function explorerFeature({ context, connections, clients, shared, registrar }: Services): RegisteredExplorer {
  return registerExplorer(registrar, async () => {
    const { running, nodeFiles, clientOf } = await shared();
    return {
      ...running,
      nameOf: (query, nodeId) => nodeFiles.namesFor(query).get(nodeId)?.name,
      onDidChangeWords: (listener) =>
        vscode.Disposable.from(
          onDidChangeWords(listener),
          nodeFiles.onDidChange(() => listener(undefined)),
        ),
      progressOf: (connection) => clients.progressOf(connection),
      onDidProgress: clients.onDidProgress,
      activeConnection: () => connections.activeName,
      startFollowing: async ({ request, service: { name, client } }, options) => {
        const [{ Follower }, { askForNew }] = await Promise.all([
          import('../api/follow/follower.ts'),
          import('../api/follow/askForNew.ts'),
        ]);
        const isFile = connections.find(name)?.kind === 'file';
        const ask = askForNew(request, () => (isFile ? clientOf(name) : client), Date.now);
        return new Follower({ ...options, ask, now: Date.now, later });
      },
      newestOf: async ({ client }, request, signal) =>
        (await import('../api/follow/askForNew.ts')).newestOf(request, client, signal),
      samples: vscode.Uri.joinPath(context.extensionUri, 'samples'),
      storage: context.globalStorageUri,
    };
  });
}
