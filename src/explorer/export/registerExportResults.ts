import type * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import type { ExportSources } from './runExport.ts';

/** Writes everything that a query finds to a file, and goes on with what stopped. */
export function registerExportResults(
  registrar: CommandRegistrar,
  sources: () => Promise<ExportSources>,
): vscode.Disposable {
  return registrar.register({
    'insights.exportResults': async (target) => {
      const uri = queryOrWords(target);
      if (!uri) return;
      const [{ prepareQuery }, ready] = await Promise.all([import('../runs/runQuery.ts'), sources()]);
      const prepared = await prepareQuery(uri, ready);
      if (!prepared) return;
      await (await import('./exportResults.ts')).exportQuery(prepared, { uri, sources: ready });
    },
    'insights.goOnWithExport': async () => {
      const [{ goOnWithExport }, ready] = await Promise.all([import('./goOnWithExport.ts'), sources()]);
      await goOnWithExport(ready);
    },
  });
}
