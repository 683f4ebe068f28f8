import type * as vscode from 'vscode';
import type { CommandRegistrar } from '../commandRegistrar.ts';
import type { ConnectionCommandsOptions } from './connectionCommands.ts';

const ids = [
  'insights.switchConnection',
  'insights.addConnection',
  'insights.editConnection',
  'insights.removeConnection',
  'insights.verifyConnection',
  'insights.setApiKey',
  'insights.forgetApiKey',
  'insights.forgetAllApiKeys',
  'insights.showLog',
] as const;

/** The commands about connections and keys: few windows ever run one. */
export function registerConnectionCommands(
  registrar: CommandRegistrar,
  options: ConnectionCommandsOptions,
): vscode.Disposable {
  return registrar.registerOnUse(ids, async () =>
    (await import('./connectionCommands.ts')).connectionCommands(options),
  );
}
