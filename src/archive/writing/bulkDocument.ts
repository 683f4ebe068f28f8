import { archivedDocument } from '../mapping/archivedDocument.ts';
import { indexOf } from '../mapping/indexNames.ts';

/** A session that is to be written. */
export interface ArchivableSession {
  readonly id: string;
  readonly start: unknown;
  /** As it was written, in one line. */
  readonly json: string;
}

/** A session as it is sent. */
export interface BulkDocument {
  readonly id: string;
  readonly json: string;
  readonly lines: Uint8Array;
}

/** `_id` is the session's own: written twice, it is there once. */
export function bulkDocument({ id, start, json }: ArchivableSession, pattern: string): BulkDocument {
  const action = JSON.stringify({ index: { _index: indexOf(pattern, start), _id: id } });
  return { id, json, lines: Buffer.from(`${action}\n${archivedDocument(json)}\n`) };
}
