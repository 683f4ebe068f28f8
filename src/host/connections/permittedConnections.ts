import * as vscode from 'vscode';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { ConnectionProblem } from '../errors/connectionProblem.ts';
import { confirmed } from '../surfaces/messages.ts';
import type { Permitting, SentSecret } from './permissions.ts';
import { Permissions } from './permissions.ts';

const allowedName = 'insights.allowedConnections';

/** The connections that requests may go to: those of the person, and of the workspace's those that the person allowed. */
export class PermittedConnections {
  readonly #permissions: Permissions;

  constructor(state: vscode.Memento) {
    this.#permissions = new Permissions({
      kept: () => state.get<readonly string[]>(allowedName) ?? [],
      keep: (entries) => state.update(allowedName, entries),
      ask: askPerson,
      now: Date.now,
    });
  }

  has({ name, address = '', definedIn }: Connection): boolean {
    return definedIn !== 'workspace' || this.#permissions.has(name, new URL(address));
  }

  /** Asks the person, where that has to be asked. Answers with whether requests may go there. */
  async allow(connection: Connection, permitting: Permitting): Promise<boolean> {
    const { name, address = '' } = connection;
    const asked = { ...permitting, secret: secretOf(connection) };
    return this.has(connection) || this.#permissions.allow(name, new URL(address), asked);
  }

  /** Throws a ConnectionProblem where nothing may be sent there: no trust, no permission. */
  async require(connection: Connection, permitting: Permitting): Promise<void> {
    const { name } = connection;
    if (!vscode.workspace.isTrusted) throw new ConnectionProblem('untrusted', name);
    if (!(await this.allow(connection, permitting))) throw new ConnectionProblem('notAllowed', name);
  }
}

function secretOf({ kind, archive }: Connection): SentSecret | undefined {
  if (kind !== 'archive') return 'apiKey';
  return archive?.signIn === 'none' ? undefined : archive?.signIn;
}

function sentWords(name: string, origin: string, secret: SentSecret | undefined): string {
  switch (secret) {
    case undefined:
      return vscode.l10n.t('This workspace defines the connection "{0}". Queries will be sent to {1}.', name, origin);
    case 'password':
      return vscode.l10n.t(
        'This workspace defines the connection "{0}". Queries and your password for it will be sent to {1}.',
        name,
        origin,
      );
    case 'apiKey':
      return vscode.l10n.t(
        'This workspace defines the connection "{0}". Queries and your API key for it will be sent to {1}.',
        name,
        origin,
      );
  }
}

async function askPerson(name: string, address: URL, secret: SentSecret | undefined): Promise<boolean> {
  return confirmed({
    question: vscode.l10n.t('Send requests to {0}?', address.host),
    detail: [sentWords(name, address.origin, secret)],
    yes: vscode.l10n.t('Send Requests'),
    no: vscode.l10n.t('Do Not Send'),
  });
}
