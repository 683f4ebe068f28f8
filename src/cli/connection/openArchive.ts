import { clusterExchange } from '../../api/client/clusterExchange.ts';
import { ArchiveClient } from '../../archive/archiveClient.ts';
import { credentialsOf } from '../../archive/client/credentials.ts';
import { defaultIndex } from '../../domain/connections/archiveAccess.ts';
import { needsSecret } from '../../domain/connections/connectionSettings.ts';
import { ownKeyOf } from './apiKey.ts';
import type { ChosenConnection } from './chooseConnection.ts';
import type { OpenConnection, Opening } from './connections.ts';
import { dispatcherTo } from './dispatchers.ts';
import { requestTimeoutMs } from './requestSettings.ts';

/** An archive that can be asked and written to. */
export interface OpenArchive extends OpenConnection {
  readonly client: ArchiveClient;
}

/** Makes the client of an archive. Its key or password comes from the environment under the connection's own name. Throws WrongUse without. */
export function openArchive(
  connection: ChosenConnection,
  { env, settings }: Pick<Opening, 'env' | 'settings'>,
): OpenArchive {
  const { name, address = '' } = connection;
  const access = connection.archive ?? { index: defaultIndex, signIn: 'none' as const };
  const secret = needsSecret(connection) ? ownKeyOf(connection, env) : '';
  const dispatcher = dispatcherTo(address, settings);
  const client = new ArchiveClient({
    address,
    pattern: access.index,
    credentials: credentialsOf(access, secret),
    ...clusterExchange({ dispatcher, timeoutMs: requestTimeoutMs(settings), secret }),
  });
  return { name, service: `${address} ${access.index}`, client, close: () => dispatcher.destroy() };
}
