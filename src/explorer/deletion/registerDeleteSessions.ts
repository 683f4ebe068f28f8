import type * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import type { DeleteSources } from './deleteSessions.ts';

/** The command that deletes sessions at the service. */
export function registerDeleteSessions(
  registrar: CommandRegistrar,
  sources: () => Promise<DeleteSources>,
): vscode.Disposable {
  return registrar.register({
    'insights.deleteSession': async (row, selected) => {
      const { deleteChosen } = await import('./deleteSessions.ts');
      await deleteChosen(selected?.length ? selected : row ? [row] : [], await sources());
    },
  });
}
