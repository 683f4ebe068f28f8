import * as vscode from 'vscode';
import { registerChecks } from '../checks/registerChecks.ts';
import type { RegisteredViewer } from '../viewer/registerViewer.ts';
import type { Services } from './services.ts';

/** Expectations as tests, whose sessions the viewer opens. */
export function checksFeature(
  { context, connections, shared, registrar }: Services,
  viewer: RegisteredViewer,
): vscode.Disposable {
  return registerChecks(registrar, async () => {
    const [{ running, nodeFiles, clientOf }, { checkQuery }] = await Promise.all([
      shared(),
      import('../api/checks/checkQuery.ts'),
    ]);
    return {
      ...running,
      connect: async (name = connections.activeName, quiet) => ({ name, client: clientOf(name, quiet) }),
      nodeFiles,
      checkQuery,
      openSession: (session, step) => viewer.open(session, step),
      workflows: vscode.Uri.joinPath(context.extensionUri, 'samples/ci'),
    };
  });
}
