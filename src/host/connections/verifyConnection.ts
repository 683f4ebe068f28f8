import * as vscode from 'vscode';
import type { ArchiveClient } from '../../archive/archiveClient.ts';
import type { Connection } from '../../domain/connections/connectionSettings.ts';
import { tellFailure } from '../errors/tellFailure.ts';
import { tellInformation } from '../surfaces/messages.ts';
import { withProgress } from '../surfaces/progress.ts';
import { archiveFactsWords } from './archiveFactsWords.ts';
import type { ConnectionClients } from './connectionClients.ts';

export interface VerifySources {
  readonly clients: Pick<ConnectionClients, 'clientFor'>;
}

/** Asks a connection something small, and says whether it answered. */
export async function verifyConnection({ clients }: VerifySources, connection: Connection): Promise<void> {
  const { name } = connection;
  try {
    const words = await withProgress(vscode.l10n.t('Verifying "{0}"…', name), async (_report, signal) => {
      const client = await clients.clientFor(connection, signal);
      if ('facts' in client) return archiveFactsWords(name, await (client as ArchiveClient).facts(signal));
      await client.verify(signal);
      return goodWords(connection);
    });
    void tellInformation(words);
  } catch (error) {
    void tellFailure(error, name);
  }
}

function goodWords({ name, kind }: Connection): string {
  switch (kind) {
    case 'service':
      return vscode.l10n.t('Connected to "{0}". The key was accepted.', name);
    case 'file':
      return vscode.l10n.t('Connected to "{0}". Its file can be read.', name);
    default:
      return vscode.l10n.t('Connected to "{0}". It needs no key.', name);
  }
}
