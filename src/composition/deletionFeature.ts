import type * as vscode from 'vscode';
import { registerDeleteSessions } from '../explorer/deletion/registerDeleteSessions.ts';
import type { RegisteredViewer } from '../viewer/registerViewer.ts';
import type { Services } from './services.ts';

/** Deleting sessions: what the viewer keeps of them goes, too. */
export function deletionFeature({ log, shared, registrar }: Services, viewer: RegisteredViewer): vscode.Disposable {
  return registerDeleteSessions(registrar, async () => {
    const { running, clientOf } = await shared();
    return {
      ...running,
      clientOf: async (connection) => clientOf(connection),
      evict: (uri) => viewer.evict(uri),
      receipt: (line) => log.info(line),
    };
  });
}
