import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { needsSecret } from '../../domain/connections/connectionSettings.ts';
import type { CommandHandlers } from '../commands.ts';
import type { Log } from '../log.ts';
import { confirmed, hideToasts, tellInformation } from '../surfaces/messages.ts';
import { tellInStatusBar } from '../surfaces/statusBar.ts';
import type { ApiKeys } from './apiKeys.ts';
import { connectionChoice } from './connectionChoice.ts';
import type { ConnectionClients } from './connectionClients.ts';
import type { Connections } from './connections.ts';
import { editConnection, removeConnection } from './editConnection.ts';
import { pickConnection } from './pickConnection.ts';
import { setKey } from './setKey.ts';
import { slipWords } from './slipWords.ts';
import { verifyConnection } from './verifyConnection.ts';
import { choose } from './wizard.ts';

export interface ConnectionCommandsOptions {
  readonly connections: Connections;
  readonly clients: Pick<ConnectionClients, 'clientFor'>;
  readonly keys: ApiKeys;
  readonly log: Log;
}

/** Everything that people do with connections and keys. */
export function connectionCommands(options: ConnectionCommandsOptions) {
  const { connections, keys, log } = options;
  return {
    'insights.switchConnection': () => switchConnection(options),
    'insights.addConnection': (name) => addConnection(options, name),
    'insights.editConnection': async (name) => {
      const before = await pickConnection(connections, {
        name,
        placeholder: vscode.l10n.t('Edit which connection?'),
        own: true,
      });
      if (before) await changeConnection(options, before);
    },
    'insights.removeConnection': async (name) => {
      const connection = await pickConnection(connections, {
        name,
        placeholder: vscode.l10n.t('Remove which connection?'),
        own: true,
      });
      if (!connection) return;
      const remove = await confirmed({
        question: vscode.l10n.t('Remove the connection "{0}" and forget its API key or password?', connection.name),
        yes: vscode.l10n.t('Remove'),
        no: vscode.l10n.t('Keep'),
      });
      if (!remove) return;
      await keys.forget(connection);
      await removeConnection(connection);
      if (connections.activeName === connection.name) await connections.setActive(undefined);
      // One of them may be about what is gone.
      await hideToasts();
      tellInStatusBar(vscode.l10n.t('Removed the connection "{0}".', connection.name));
    },
    'insights.verifyConnection': async (name) => {
      const connection = await pickConnection(connections, {
        name,
        placeholder: vscode.l10n.t('Verify which connection?'),
      });
      if (connection) await verifyConnection(options, connection);
    },
    'insights.setApiKey': async (name, key) => {
      // A key that was found in a query is kept, also where the query names a connection that is not set up.
      const connection = await pickConnection(connections, {
        name: key === undefined || connections.find(name ?? '') ? name : undefined,
        placeholder: vscode.l10n.t('A key for which connection?'),
        withSecret: true,
      });
      if (connection) await setKey(options, connection, key);
    },
    'insights.forgetApiKey': async (name) => {
      const connection = await pickConnection(connections, {
        name,
        placeholder: vscode.l10n.t('Forget the key of which connection?'),
        withSecret: true,
      });
      if (!connection) return;
      await keys.forget(connection);
      connections.keysChanged();
      void tellInformation(vscode.l10n.t('Forgot the API key of "{0}".', connection.name));
    },
    'insights.forgetAllApiKeys': async () => {
      const forget = await confirmed({
        question: vscode.l10n.t('Forget the API keys of all connections?'),
        detail: [vscode.l10n.t('The service can’t show a key again: to set it later, you need your own copy.')],
        yes: vscode.l10n.t('Forget All Keys'),
        no: vscode.l10n.t('Keep'),
      });
      if (!forget) return;
      const count = await keys.forgetAll();
      connections.keysChanged();
      void tellInformation(vscode.l10n.t('Forgot API keys: {0}.', count));
    },
    'insights.showLog': () => log.show(),
  } satisfies CommandHandlers;
}

async function switchConnection(options: ConnectionCommandsOptions): Promise<void> {
  const { connections } = options;
  const fit = connections
    .list()
    .map((connection) => ({ ...connectionChoice(connection), value: { switchTo: connection.name } }));
  const slips = connections.slips().map((slip) => ({
    label: slip.name,
    description: slipWords(slip).sentence,
    iconPath: new vscode.ThemeIcon('warning'),
    value: 'mend' as const,
  }));
  const active = fit.find(({ value }) => value.switchTo === connections.active.name)?.value;
  const answer = await choose<{ readonly switchTo: string } | 'add' | 'mend'>({
    title: vscode.l10n.t('Switch Connection'),
    placeholder: vscode.l10n.t('Queries that name no connection go to the active one'),
    choices: [
      ...fit,
      ...slips,
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      { label: vscode.l10n.t('Add Connection…'), iconPath: new vscode.ThemeIcon('add'), value: 'add' },
    ],
    ...(active ? { active } : {}),
  });
  if (typeof answer !== 'object') return;
  if (answer.value === 'add') await addConnection(options, undefined);
  else if (answer.value === 'mend')
    await vscode.commands.executeCommand('workbench.action.openSettings', 'insights.connections');
  else await connections.setActive(answer.value.switchTo);
}

async function addConnection(options: ConnectionCommandsOptions, name: string | undefined): Promise<void> {
  const { connections } = options;
  const added = await editConnection(connections, name === undefined ? {} : { name });
  const connection = added === undefined ? undefined : connections.find(added);
  if (!connection) return;
  await connections.setActive(connection.name);
  if (needsSecret(connection)) await setKey(options, connection);
  else await verifyConnection(options, connection);
}

/** A connection that gets another name stays the active one and keeps its key; one that gets another address needs its own. */
async function changeConnection(options: ConnectionCommandsOptions, before: Connection): Promise<void> {
  const { connections, keys } = options;
  const name = await editConnection(connections, { before });
  const after = name === undefined ? undefined : connections.find(name);
  if (!after) return;
  if (connections.activeName === before.name) await connections.setActive(after.name);
  if (!needsSecret(after)) return verifyConnection(options, after);
  await keys.move(before, after);
  connections.keysChanged();
  if ((await keys.get(after)) === undefined) await setKey(options, after);
}
