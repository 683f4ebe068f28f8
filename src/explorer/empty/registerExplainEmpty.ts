import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import { queryOf } from '../queries/queryTarget.ts';
import { showFailure } from '../runs/runQuery.ts';
import type { ExplainSources } from './explainEmpty.ts';

/** The command that finds out why a query found nothing. */
export function registerExplainEmpty(sources: ExplainSources): vscode.Disposable {
  return registerCommands({
    'insights.explainEmpty': async (target) => {
      const uri = queryOf(target);
      if (!uri) return;
      try {
        await (await import('./explainEmpty.ts')).explainQuery(uri, sources);
      } catch (error) {
        await showFailure(error, sources.wordsOf);
      }
    },
  });
}
