import { clusterExchange } from '../../api/client/clusterExchange.ts';
import type { ServiceDispatcher } from '../../api/client/dispatcher.ts';
import { ArchiveClient } from '../../archive/archiveClient.ts';
import { credentialsOf } from '../../archive/client/credentials.ts';
import { defaultIndex } from '../../domain/connections/archiveAccess.ts';
import { needsSecret } from '../../domain/connections/connectionSettings.ts';
import { ownKeyOf } from './apiKey.ts';
import type { ChosenConnection } from './chooseConnection.ts';

/** The client of an archive. Its key or password comes from the environment under the connection's own name. Throws WrongUse without. */
export function openArchive(
  connection: ChosenConnection,
  dispatcher: ServiceDispatcher,
  env: Readonly<Record<string, string | undefined>>,
): ArchiveClient {
  const access = connection.archive ?? { index: defaultIndex, signIn: 'none' as const };
  const secret = needsSecret(connection) ? ownKeyOf(connection, env) : '';
  return new ArchiveClient({
    address: connection.address ?? '',
    pattern: access.index,
    credentials: credentialsOf(access, secret),
    ...clusterExchange({ dispatcher, secret }),
  });
}
