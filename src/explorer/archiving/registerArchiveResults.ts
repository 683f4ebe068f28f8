import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import { queryOrWords } from '../../host/queries/queryTarget.ts';
import type { ArchiveSources } from './runArchive.ts';

/** Writes everything that a query finds to an archive. */
export function registerArchiveResults(sources: () => Promise<ArchiveSources>): vscode.Disposable {
  return registerCommands({
    'insights.archiveResults': async (target) => {
      const uri = queryOrWords(target);
      if (!uri) return;
      const [{ prepareQuery, showFailure }, ready] = await Promise.all([import('../runs/runQuery.ts'), sources()]);
      const prepared = await prepareQuery(uri, ready);
      if (!prepared) return;
      try {
        await (await import('./archiveResults.ts')).archiveQuery(prepared, ready);
      } catch (error) {
        await showFailure(error, (failure) => ready.wordsOf(failure));
      }
    },
  });
}
