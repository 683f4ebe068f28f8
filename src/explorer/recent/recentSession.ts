import { asRecord, asText } from '../../domain/json/looseValues.ts';
import type { Outcome } from '../../domain/session/session.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';

/** What is kept of a session that was opened: nothing of what was said in it, and no number. */
export interface RecentSession {
  readonly connection: string;
  readonly id: string;
  readonly start: Date;
  readonly agent?: string;
  readonly outcome: Outcome;
  /** A person's own words on it. */
  readonly note?: string;
  readonly pinned: boolean;
}

const outcomes: readonly Outcome[] = ['success', 'warning', 'error', 'inProgress', 'unknown'];

/** Reads what an earlier version may have kept; undefined when it isn’t a session. */
export function readRecentSession(kept: unknown): RecentSession | undefined {
  const { connection, id, start, agent, outcome, note, pinned } = asRecord(kept);
  const began = parseServiceTime(start);
  if (typeof connection !== 'string' || typeof id !== 'string' || id === '' || !began) return undefined;
  const name = asText(agent);
  const words = asText(note);
  return {
    connection,
    id,
    start: began,
    outcome: outcomes.find((one) => one === outcome) ?? 'unknown',
    pinned: pinned === true,
    ...(name === undefined ? {} : { agent: name }),
    ...(words === undefined ? {} : { note: words }),
  };
}

/** As it is kept. */
export function writeRecentSession({ start, ...rest }: RecentSession): object {
  return { ...rest, start: start.toISOString() };
}

export function isSameSession(
  a: Pick<RecentSession, 'connection' | 'id'>,
  b: Pick<RecentSession, 'connection' | 'id'>,
): boolean {
  return a.id === b.id && a.connection === b.connection;
}
