import type * as vscode from 'vscode';
import { registerExportResults } from '../explorer/export/registerExportResults.ts';
import { once } from '../host/once.ts';
import type { Services } from './services.ts';

/** Exports, and going on with them. */
export function exportFeature({ context, clients, shared, registrar }: Services): vscode.Disposable {
  return registerExportResults(
    registrar,
    once(async () => {
      const [{ running }, { UnfinishedExports }] = await Promise.all([
        shared(),
        import('../explorer/export/unfinishedExports.ts'),
      ]);
      return {
        ...running,
        exportSessions: async (options) => (await import('../api/export/exportSessions.ts')).exportSessions(options),
        unfinished: new UnfinishedExports(context.workspaceState, context.globalStorageUri),
        serviceOf: async (connection) => (await clients.originalForName(connection)).origin,
      };
    }),
  );
}
