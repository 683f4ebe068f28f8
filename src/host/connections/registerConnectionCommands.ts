import type * as vscode from 'vscode';
import { registerCommandsOnUse } from '../commands.ts';
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
export function registerConnectionCommands(options: ConnectionCommandsOptions): vscode.Disposable {
  return registerCommandsOnUse(ids, async () => (await import('./connectionCommands.ts')).connectionCommands(options));
}
