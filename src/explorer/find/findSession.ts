import type * as vscode from 'vscode';
import { registerCommands } from '../../host/commands.ts';
import type { FindSources } from './sessionFinder.ts';

/** Finds a session by its id or its caller's number, without a query. */
export function registerFindSession(sources: () => Promise<FindSources>): vscode.Disposable {
  return registerCommands({
    'insights.findSession': async () => {
      const [{ SessionFinder }, ready] = await Promise.all([import('./sessionFinder.ts'), sources()]);
      new SessionFinder(ready).show();
    },
  });
}
