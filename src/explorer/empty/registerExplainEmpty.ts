import type * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import type { ExplainSources } from './explainEmpty.ts';

/** The command that finds out why a query found nothing. */
export function registerExplainEmpty(
  registrar: CommandRegistrar,
  sources: () => Promise<ExplainSources>,
): vscode.Disposable {
  return registrar.register({
    'insights.explainEmpty': async (target) => {
      const uri = queryOrWords(target);
      if (!uri) return;
      const [{ explainQuery }, ready] = await Promise.all([import('./explainEmpty.ts'), sources()]);
      await explainQuery(uri, ready);
    },
  });
}
