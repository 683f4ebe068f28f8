import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import { queryOf } from '../queries/queryTarget.ts';
import { prepareQuery, showFailure } from '../runs/runQuery.ts';
import type { ExportSources } from './exportResults.ts';

/** Writes everything that a query finds to a file, page by page. */
export function registerExportResults(sources: ExportSources): vscode.Disposable {
  return registerCommands({
    'insights.exportResults': async (target) => {
      const uri = queryOf(target);
      if (!uri) return;
      const prepared = await prepareQuery(uri, sources);
      if (!prepared) return;
      try {
        await (await import('./exportResults.ts')).exportQuery(prepared, { uri, sources });
      } catch (error) {
        await showFailure(error, (failure) => sources.wordsOf(failure, prepared.service.name));
      }
    },
  });
}
