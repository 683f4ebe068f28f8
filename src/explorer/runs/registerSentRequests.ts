import * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import type { SentSources } from './sentDocument.ts';
import { sentScheme } from './sentScheme.ts';

/** What was sent: as a document, and as a command line. */
export function registerSentRequests(
  registrar: CommandRegistrar,
  sources: () => Promise<SentSources>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const load = async () => ({ ...(await import('./sentRequests.ts')), ready: await sources() });
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(sentScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => {
        const { sentText, ready } = await load();
        return sentText(uri, ready);
      },
    }),
    registrar.registerOnUse(['insights.showSent', 'insights.copyCurl'], async () => {
      const { sentCommands, ready } = await load();
      return sentCommands(ready, changed);
    }),
  );
}
