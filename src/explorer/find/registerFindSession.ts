import * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import { once } from '../../host/once.ts';
import type { FindCommandSources } from './findCommands.ts';
import { findCommandIds, finderCommandIds } from './finderCommandIds.ts';
import { registerIdLinks } from './registerIdLinks.ts';

/** Finds sessions without a query, loaded when that is first done. */
export function registerFindSession(
  registrar: CommandRegistrar,
  sources: () => Promise<FindCommandSources>,
): vscode.Disposable {
  const commands = once(async () => {
    const [{ findCommands }, ready] = await Promise.all([import('./findCommands.ts'), sources()]);
    return findCommands(ready);
  });
  return vscode.Disposable.from(
    registerIdLinks(),
    registrar.registerOnUse([...findCommandIds, ...finderCommandIds], commands),
  );
}
