import { asText } from '../../domain/json/looseValues.ts';
import { instantOf } from '../../domain/time/plainTime.ts';
import type { SessionRow } from '../client/searchPage.ts';

/** A session that was read, with what tells it from others and when it started. */
export interface ReadRow extends SessionRow {
  readonly key: string;
  /** In milliseconds; undefined where there is no readable start. */
  readonly time: number | undefined;
}

/** What has no id is told from others by all of its text. */
export function readRow(row: SessionRow): ReadRow {
  const { id, session_start_time: start } = row.members;
  const key = asText(id) ?? jsonOf(row);
  return { ...row, key, time: instantOf(start) };
}

/** The whole of a session, as the service wrote it. */
export function jsonOf({ bytes }: Pick<SessionRow, 'bytes'>): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
