import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { tellWarning } from '../surfaces/messages.ts';
import type { ApiKeys } from './apiKeys.ts';
import { keyVariable } from './apiKeys.ts';
import type { Connections } from './connections.ts';
import type { VerifySources } from './verifyConnection.ts';
import { verifyConnection } from './verifyConnection.ts';
import { askText } from './wizard.ts';

export interface KeySources extends VerifySources {
  readonly connections: Pick<Connections, 'keysChanged'>;
  readonly keys: Pick<ApiKeys, 'keep'>;
}

/** Keeps the key or password of a connection, `given` or asked for, and tries it. */
export async function setKey(options: KeySources, connection: Connection, given?: string): Promise<void> {
  const key = given ?? (await askKey(connection));
  if (key === undefined) return;
  const kept = await options.keys.keep(connection, key);
  options.connections.keysChanged();
  if (kept === 'session') {
    void tellWarning(
      vscode.l10n.t(
        'This machine has no secure storage, so the key is used until this window closes. To keep it, set the environment variable {0} before you start VS Code.',
        keyVariable,
      ),
    );
  }
  await verifyConnection(options, connection);
}

async function askKey(connection: Connection): Promise<string | undefined> {
  const { name, address = '', kind } = connection;
  if (kind === 'archive') return askArchiveSecret(connection);
  const answer = await askText({
    title: vscode.l10n.t('API Key of "{0}"', name),
    prompt: vscode.l10n.t('The AI Studio API key (X-Vgai-Key). VS Code keeps it for {0} only.', new URL(address).host),
    password: true,
    problem: (text) =>
      /[^\x21-\x7e]/.test(text) ? vscode.l10n.t('A key can’t contain spaces or special characters.') : undefined,
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
