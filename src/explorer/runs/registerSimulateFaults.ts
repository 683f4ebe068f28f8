import type * as vscode from 'vscode';
import type { CommandRegistrar } from '../../host/commandRegistrar.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { once } from '../../host/once.ts';
import type { FaultSources } from './simulateFaults.ts';

/** The command that has the sample connection fail on purpose. */
export function registerSimulateFaults(registrar: CommandRegistrar, sources: FaultSources): vscode.Disposable {
  const store = new DisposableStore();
  const commands = once(async () => (await import('./simulateFaults.ts')).faultCommands(sources, store));
  store.add(registrar.registerOnUse(['insights.simulateFaults'], commands));
  return store;
}
