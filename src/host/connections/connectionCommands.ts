import * as vscode from 'vscode';
import type { ArchiveClient } from '../../archive/archiveClient.ts';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { needsSecret } from '../../domain/connections/connectionSettings.ts';
import type { CommandHandlers } from '../commands.ts';
import { showError } from '../errors/showError.ts';
import { wordsOfError } from '../errors/wordsOfError.ts';
import type { Log } from '../log.ts';
import { confirmed, tellInformation, tellWarning } from '../surfaces/messages.ts';
import { withProgress } from '../surfaces/progress.ts';
import type { ApiKeys } from './apiKeys.ts';
import { keyVariable } from './apiKeys.ts';
import { archiveFactsWords } from './archiveFactsWords.ts';
import type { Connections } from './connections.ts';
import { editConnection, removeConnection } from './editConnection.ts';
import { slipWords } from './slipWords.ts';
import { askText, choose } from './wizard.ts';

export interface ConnectionCommandsOptions {
  readonly connections: Connections;
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
      const before = await pick(connections, { name, placeholder: vscode.l10n.t('Edit which connection?'), own: true });
      if (before) await changeConnection(options, before);
    },
    'insights.removeConnection': async (name) => {
      const connection = await pick(connections, {
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
    },
    'insights.verifyConnection': async (name) => {
      const connection = await pick(connections, { name, placeholder: vscode.l10n.t('Verify which connection?') });
      if (connection) await verify(options, connection);
    },
    'insights.setApiKey': async (name, key) => {
      const connection = await pick(connections, {
        name,
        placeholder: vscode.l10n.t('A key for which connection?'),
        service: true,
      });
      if (connection) await setKey(options, connection, key);
    },
    'insights.forgetApiKey': async (name) => {
      const connection = await pick(connections, {
        name,
        placeholder: vscode.l10n.t('Forget the key of which connection?'),
        service: true,
      });
      if (!connection) return;
      await keys.forget(connection);
      connections.keysChanged();
      void tellInformation(vscode.l10n.t('The API key of "{0}" is forgotten.', connection.name));
    },
    'insights.forgetAllApiKeys': async () => {
      const forget = await confirmed({
        question: vscode.l10n.t('Forget the API keys of all connections?'),
        detail: [vscode.l10n.t('The service cannot show a key again: you need your own copy to set it anew.')],
        yes: vscode.l10n.t('Forget All Keys'),
        no: vscode.l10n.t('Keep'),
      });
      if (!forget) return;
      const count = await keys.forgetAll();
      connections.keysChanged();
      void tellInformation(vscode.l10n.t('API keys forgotten: {0}.', count));
    },
    'insights.showLog': () => log.show(),
  } satisfies CommandHandlers;
}

async function switchConnection(options: ConnectionCommandsOptions): Promise<void> {
  const { connections } = options;
  const fit = connections
    .list()
    .map((connection) => ({ ...choiceOf(connection), value: { switchTo: connection.name } }));
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
  else await verify(options, connection);
}

/** A connection that gets another name stays the active one and keeps its key; one that gets another address needs its own. */
async function changeConnection(options: ConnectionCommandsOptions, before: Connection): Promise<void> {
  const { connections, keys } = options;
  const name = await editConnection(connections, { before });
  const after = name === undefined ? undefined : connections.find(name);
  if (!after) return;
  if (connections.activeName === before.name) await connections.setActive(after.name);
  if (!needsSecret(after)) return verify(options, after);
  await keys.move(before, after);
  connections.keysChanged();
  if ((await keys.get(after)) === undefined) await setKey(options, after);
}

async function setKey(options: ConnectionCommandsOptions, connection: Connection, given?: string): Promise<void> {
  const key = given ?? (await askKey(connection));
  if (key === undefined) return;
  const kept = await options.keys.keep(connection, key);
  options.connections.keysChanged();
  if (kept === 'session') {
    void tellWarning(
      vscode.l10n.t(
        'This machine has no place that keeps secrets: the key is used until this window closes. To keep it, start VS Code with the environment variable {0}.',
        keyVariable,
      ),
    );
  }
  await verify(options, connection);
}

async function askKey(connection: Connection): Promise<string | undefined> {
  const { name, address = '', kind } = connection;
  if (kind === 'archive') return askArchiveSecret(connection);
  const answer = await askText({
    title: vscode.l10n.t('API Key of "{0}"', name),
    prompt: vscode.l10n.t('The AI Studio API key (X-Vgai-Key). VS Code keeps it for {0} only.', new URL(address).host),
    password: true,
    problem: (text) =>
      /[^\x21-\x7e]/.test(text) ? vscode.l10n.t('A key has no spaces or special characters.') : undefined,
  });
  return typeof answer === 'object' ? answer.value : undefined;
}

async function askArchiveSecret({ name, address = '', archive }: Connection): Promise<string | undefined> {
  const { host } = new URL(address);
  const isPassword = archive?.signIn === 'password';
  const answer = await askText({
    title: isPassword ? vscode.l10n.t('Password of "{0}"', name) : vscode.l10n.t('API Key of "{0}"', name),
    prompt: isPassword
      ? vscode.l10n.t('The password of {0}. VS Code keeps it for {1} only.', archive.user ?? '', host)
      : vscode.l10n.t('An API key of the cluster, as it shows it, or as id:key. VS Code keeps it for {0} only.', host),
    password: true,
  });
  return typeof answer === 'object' ? answer.value : undefined;
}

async function verify({ connections }: ConnectionCommandsOptions, connection: Connection): Promise<void> {
  const { name } = connection;
  try {
    const words = await withProgress(vscode.l10n.t('Verifying "{0}"…', name), async (_report, signal) => {
      const client = await connections.clientFor(connection, signal);
      if ('facts' in client) return archiveFactsWords(name, await (client as ArchiveClient).facts(signal));
      await client.verify(signal);
      return goodWords(connection);
    });
    void tellInformation(words);
  } catch (error) {
    void showError(wordsOfError(error, name));
  }
}

function goodWords({ name, kind }: Connection): string {
  switch (kind) {
    case 'service':
      return vscode.l10n.t('"{0}" answers and takes the key.', name);
    case 'file':
      return vscode.l10n.t('"{0}" answers: its file can be read.', name);
    default:
      return vscode.l10n.t('"{0}" answers. It needs no key.', name);
  }
}

/** The connection of that name, or the one that is picked. */
async function pick(
  connections: Connections,
  {
    name,
    placeholder,
    own,
    service,
  }: { name: string | undefined; placeholder: string; own?: boolean; service?: boolean },
): Promise<Connection | undefined> {
  const fitting = connections
    .list()
    .filter((connection) => (!own || connection.definedIn !== 'builtIn') && (!service || needsSecret(connection)));
  const named = fitting.find((connection) => connection.name === name);
  if (named) return named;
  if (fitting.length === 0) {
    void showError({
      sentence: vscode.l10n.t('There is no connection but the built-in sample.'),
      action: { command: 'insights.addConnection', title: vscode.l10n.t('Add Connection') },
    });
    return undefined;
  }
  const answer = await choose<Connection>({
    title: placeholder,
    placeholder,
    choices: fitting.map((connection) => ({ ...choiceOf(connection), value: connection })),
  });
  return typeof answer === 'object' ? answer.value : undefined;
}

function choiceOf({ name, kind, address, file, archive, production, definedIn }: Connection): {
  label: string;
  description: string;
  iconPath: vscode.ThemeIcon;
} {
  const icon = { sample: 'beaker', file: 'file', archive: 'database', service: 'plug' }[kind];
  const where = {
    sample: vscode.l10n.t('built in, no account needed'),
    file: file ?? '',
    service: address ?? '',
    archive: [address, archive?.index].join(' '),
  }[kind];
  const marks = [
    ...(production ? [vscode.l10n.t('production')] : []),
    ...(definedIn === 'workspace' ? [vscode.l10n.t('defined by the workspace')] : []),
  ];
  return { label: name, description: [where, ...marks].join(' · '), iconPath: new vscode.ThemeIcon(icon) };
}
