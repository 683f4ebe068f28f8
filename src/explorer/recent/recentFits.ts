import { findableSession, fits } from '../../domain/find/findableSession.ts';
import type { Lookup } from '../../domain/find/lookup.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { RecentSession } from './recentSession.ts';

/** Whether a lookup finds a session by what is kept of it, the note included. */
export function recentFits(recent: RecentSession, { conditions }: Lookup, range: DateRange | undefined): boolean {
  const { id, agent, start, note } = recent;
  if (range && (start < range.from || start > range.to)) return false;
  const kept = { id, agent_information: { name: agent } } as SessionDocument;
  const findable = findableSession(kept);
  const words = note?.toLowerCase() ?? '';
  return conditions.every(
    (condition) =>
      fits(findable, condition) ||
      ((condition.kind === 'word' || condition.kind === 'phrase') && words.includes(condition.text.toLowerCase())),
  );
}
