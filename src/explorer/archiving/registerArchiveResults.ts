import type * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import type { ArchiveSources } from './runArchive.ts';

/** Writes everything that a query finds to an archive. */
export function registerArchiveResults(
  registrar: CommandRegistrar,
  sources: () => Promise<ArchiveSources>,
): vscode.Disposable {
  return registrar.register({
    'insights.archiveResults': async (target) => {
      const uri = queryOrWords(target);
      if (!uri) return;
      const [{ prepareQuery }, ready] = await Promise.all([import('../runs/runQuery.ts'), sources()]);
      const prepared = await prepareQuery(uri, ready);
      if (!prepared) return;
      await (await import('./archiveResults.ts')).archiveQuery(prepared, ready);
    },
  });
}
