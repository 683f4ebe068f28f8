import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import type { ExplainSources } from './explainEmpty.ts';

/** The command that finds out why a query found nothing. */
export function registerExplainEmpty(sources: () => Promise<ExplainSources>): vscode.Disposable {
  return registerCommands({
    'insights.explainEmpty': async (target) => {
      const uri = queryOrWords(target);
      if (!uri) return;
      const [{ explainQuery }, { showFailure }, ready] = await Promise.all([
        import('./explainEmpty.ts'),
        import('../runs/runQuery.ts'),
        sources(),
      ]);
      try {
        await explainQuery(uri, ready);
      } catch (error) {
        await showFailure(error, ready.wordsOf);
      }
    },
  });
}
