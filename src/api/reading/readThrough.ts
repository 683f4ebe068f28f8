import type { CollectOptions, SessionCollector } from './collectSessions.ts';
import { collectSessions } from './collectSessions.ts';
import { IncompleteAnswer } from './incompleteAnswer.ts';

/**
 * Gives a collector every session of a range that the refinement keeps; gives how many these were. Throws an IncompleteAnswer at the end when
 * the service counts sessions that it did not give, or gave others.
 */
export async function readThrough(options: CollectOptions, collector: SessionCollector): Promise<number> {
  const collected = await collectSessions(options, [collector]);
  const incomplete = IncompleteAnswer.of(collected);
  if (incomplete) throw incomplete;
  return collected.kept;
}
