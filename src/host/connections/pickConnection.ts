import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { needsSecret } from '../../domain/connections/connectionSettings.ts';
import { showError } from '../errors/showError.ts';
import { tellInStatusBar } from '../surfaces/statusBar.ts';
import { connectionChoice } from './connectionChoice.ts';
import type { Connections } from './connections.ts';
import { choose } from './wizard.ts';

export interface PickOptions {
  /** A connection that is named already, as by a button or a menu. */
  readonly name: string | undefined;
  readonly placeholder: string;
  /** Only those that people made, not what is built in. */
  readonly own?: boolean;
  /** Only those that need a key or a password. */
  readonly withSecret?: boolean;
}

/** The connection of that name, or the one that is picked. */
export async function pickConnection(
  connections: Connections,
  { name, placeholder, own, withSecret }: PickOptions,
): Promise<Connection | undefined> {
  const fitting = connections
    .list()
    .filter((connection) => (!own || connection.definedIn !== 'builtIn') && (!withSecret || needsSecret(connection)));
  const named = fitting.find((connection) => connection.name === name);
  if (named) return named;
  if (isGone(connections, name)) {
    tellInStatusBar(vscode.l10n.t('The connection "{0}" is gone, so there is nothing to do.', name));
    return undefined;
  }
  if (fitting.length === 0) {
    void showError({
      sentence: vscode.l10n.t('The built-in sample is the only connection.'),
      action: { command: 'insights.addConnection', title: vscode.l10n.t('Add Connection') },
    });
    return undefined;
  }
  const answer = await choose<Connection>({
    title: placeholder,
    placeholder,
    choices: fitting.map((connection) => ({ ...connectionChoice(connection), value: connection })),
  });
  return typeof answer === 'object' ? answer.value : undefined;
}

/** A message stands until it is closed, and its buttons may be about a connection that was removed or renamed since. */
function isGone(connections: Connections, name: unknown): name is string {
  // Menus hand over what they stand on.
  if (typeof name !== 'string') return false;
  return connections.find(name) === undefined && !connections.slips().some((slip) => slip.name === name);
}
