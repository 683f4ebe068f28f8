import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import type { ExportSources } from './runExport.ts';

/** Writes everything that a query finds to a file, and goes on with what stopped. */
export function registerExportResults(sources: () => Promise<ExportSources>): vscode.Disposable {
  return registerCommands({
    'insights.exportResults': async (target) => {
      const uri = queryOrWords(target);
      if (!uri) return;
      const [{ prepareQuery, showFailure }, ready] = await Promise.all([import('../runs/runQuery.ts'), sources()]);
      const prepared = await prepareQuery(uri, ready);
      if (!prepared) return;
      try {
        await (await import('./exportResults.ts')).exportQuery(prepared, { uri, sources: ready });
      } catch (error) {
        await showFailure(error, (failure) => ready.wordsOf(failure, prepared.service.name));
      }
    },
    'insights.goOnWithExport': async () => {
      const [{ showFailure }, ready] = await Promise.all([import('../runs/runQuery.ts'), sources()]);
      try {
        await (await import('./goOnWithExport.ts')).goOnWithExport(ready);
      } catch (error) {
        await showFailure(error, ready.wordsOf);
      }
    },
  });
}
