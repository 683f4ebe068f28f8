import * as vscode from 'vscode';
import { registerConnectionStatus } from '../host/connections/connectionStatus.ts';
import { registerConnectionCommands } from '../host/connections/registerConnectionCommands.ts';
import type { Services } from './services.ts';

/** Connections by commands and in the status bar. */
export function connectionsFeature({ connections, clients, keys, log, registrar }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerConnectionCommands(registrar, { connections, clients, keys, log }),
    registerConnectionStatus(connections),
  );
}
