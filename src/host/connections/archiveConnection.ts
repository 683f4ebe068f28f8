import type { ServiceDispatcher } from '../../api/client/dispatcher.ts';
import type { SentRequest } from '../../api/client/serviceRequests.ts';
import type { ArchiveClient } from '../../archive/archiveClient.ts';
import type { ArchiveAccess } from '../../domain/connections/archiveAccess.ts';

/** What a client of an archive is made of. */
export interface ArchiveConnectionOptions {
  readonly address: string;
  readonly access: ArchiveAccess;
  /** Empty where nobody signs in. */
  readonly secret: string;
  readonly dispatcher: ServiceDispatcher;
  readonly timeoutMs: number;
  readonly onAnswer: (sent: SentRequest) => void;
}

export type CreateArchive = (options: ArchiveConnectionOptions) => Promise<ArchiveClient>;
