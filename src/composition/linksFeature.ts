import type * as vscode from 'vscode';
import { registerLinks } from '../viewer/links/registerLinks.ts';
import type { Services } from './services.ts';

/** Links to sessions. */
export function linksFeature({ context, connections, registrar }: Services): vscode.Disposable {
  return registerLinks(registrar, {
    extensionId: context.extension.id,
    hasConnection: (name) => connections.find(name) !== undefined,
    sessionOfRow: async (row) => (await import('../explorer/tree/sessionOfRow.ts')).sessionOfRow(row),
  });
}
