import type * as vscode from 'vscode';
import { registerArchiveResults } from '../explorer/archiving/registerArchiveResults.ts';
import { once } from '../host/once.ts';
import type { Services } from './services.ts';

/** Archiving what a query finds, and going on with it. */
export function archiveFeature({ context, connections, clients, shared, registrar }: Services): vscode.Disposable {
  return registerArchiveResults(
    registrar,
    once(async () => {
      const [{ running }, { UnfinishedArchives }, { archiveSessions }, { readSessions }] = await Promise.all([
        shared(),
        import('../explorer/archiving/unfinishedArchives.ts'),
        import('../archive/writing/archiveSessions.ts'),
        import('../api/reading/readSessions.ts'),
      ]);
      return {
        ...running,
        archiveSessions,
        readSessions,
        archives: () => connections.list().flatMap(({ name, kind }) => (kind === 'archive' ? [name] : [])),
        archiveOf: (connection) => clients.archiveOf(connection),
        serviceOf: async (connection) => (await clients.originalForName(connection)).origin,
        unfinished: new UnfinishedArchives(context.workspaceState, context.globalStorageUri),
      };
    }),
  );
}
