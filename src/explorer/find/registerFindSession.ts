import * as vscode from 'vscode';
import { registerCommandsOnUse } from '../../host/commands.ts';
import { once } from '../../host/once.ts';
import type { FindCommandSources } from './findCommands.ts';
import { findCommandIds, finderCommandIds } from './finderCommandIds.ts';
import { registerIdLinks } from './registerIdLinks.ts';

/** Finds sessions without a query, loaded when that is first done. */
export function registerFindSession(sources: () => Promise<FindCommandSources>): vscode.Disposable {
  const commands = once(async () => {
    const [{ findCommands }, ready] = await Promise.all([import('./findCommands.ts'), sources()]);
    return findCommands(ready);
  });
  return vscode.Disposable.from(
    registerIdLinks(),
    registerCommandsOnUse([...findCommandIds, ...finderCommandIds], commands),
  );
}
