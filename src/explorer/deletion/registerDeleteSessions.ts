import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import type { DeleteSources } from './deleteSessions.ts';

/** The command that deletes sessions at the service. */
export function registerDeleteSessions(sources: () => Promise<DeleteSources>): vscode.Disposable {
  return registerCommands({
    'insights.deleteSession': async (row, selected) => {
      const { deleteChosen } = await import('./deleteSessions.ts');
      await deleteChosen(selected?.length ? selected : row ? [row] : [], await sources());
    },
  });
}
