import type * as vscode from 'vscode';
import { registerExplainEmpty } from '../explorer/empty/registerExplainEmpty.ts';
import type { Services } from './services.ts';

/** Why a query found nothing. */
export function explainEmptyFeature({ clients, shared, registrar }: Services): vscode.Disposable {
  return registerExplainEmpty(registrar, async () => {
    const { running, clientOf, seenValues } = await shared();
    return {
      ...running,
      explain: async (connection, options) => {
        const names = await clients.othersReady(connection);
        const others = names.map((connection) => ({ connection, client: clientOf(connection) }));
        const { explainEmpty } = await import('../api/search/explainEmpty.ts');
        return explainEmpty({
          ...options,
          others,
          seenValues: (field) => seenValues.valuesOf(connection, field).map(({ value }) => value),
        });
      },
    };
  });
}
