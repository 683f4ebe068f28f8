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
  const { bytes, members } = row;
  // Not spread: that is slow, and there are hundreds of thousands.
  return { bytes, members, key: asText(members.id) ?? jsonOf(row), time: instantOf(members.session_start_time) };
}

/** What tells a row from all others that come: one id may stand for several sessions, which start at other times. */
export function onceOf({ key, time }: Pick<ReadRow, 'key' | 'time'>): string {
  return time === undefined ? key : `${time} ${key}`;
}

/** The whole of a session, as the service wrote it. */
export function jsonOf({ bytes }: Pick<SessionRow, 'bytes'>): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
