import { besideSession } from '../mapping/besideSession.ts';
import { indexOf } from '../mapping/indexNames.ts';

/** A session that is to be written. */
export interface ArchivableSession {
  readonly id: string;
  readonly start: unknown;
  /** As it was written, in one line. */
  readonly json: string;
  /** The same in UTF-8, where it came so: it is sent as it is. */
  readonly bytes?: Uint8Array | undefined;
}

/** A session as it is sent. */
export interface BulkDocument {
  readonly id: string;
  /** The session in UTF-8. */
  readonly session: Uint8Array;
  /** What is sent of it, piece by piece: no copy of the session is made for it. */
  readonly pieces: readonly Uint8Array[];
  readonly size: number;
}

/** `_id` is the session's own: written twice, it is there once. */
export function bulkDocument({ id, start, json, bytes }: ArchivableSession, pattern: string): BulkDocument {
  const action = JSON.stringify({ index: { _index: indexOf(pattern, start), _id: id } });
  // What was no UTF-8 was read as this.
  const session = bytes && !json.includes('\uFFFD') ? bytes : Buffer.from(json);
  const { isBehind, text } = besideSession(json);
  const head = isBehind ? [Buffer.from(`${action}\n`), session.subarray(0, session.lastIndexOf(closingBrace))] : [];
  const pieces = [...head, Buffer.from(isBehind ? `${text}\n` : `${action}\n${text}\n`)];
  return { id, session, pieces, size: pieces.reduce((sum, { length }) => sum + length, 0) };
}

const closingBrace = 0x7d;
