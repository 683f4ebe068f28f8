import { clusterExchange } from '../api/client/clusterExchange.ts';
import { ArchiveClient } from '../archive/archiveClient.ts';
import { credentialsOf } from '../archive/client/credentials.ts';
import type { ArchiveConnectionOptions } from '../host/connections/archiveConnection.ts';

/** The client of an archive, made of what both layers below have for it. */
export function openArchive(options: ArchiveConnectionOptions): ArchiveClient {
  const { access, secret, address, onAnswer } = options;
  return new ArchiveClient({
    address,
    pattern: access.index,
    credentials: credentialsOf(access, secret),
    onAnswer,
    ...clusterExchange(options),
  });
}
