import type { CollectOptions, SessionCollector } from './collectSessions.ts';
import { collectSessions } from './collectSessions.ts';
import { IncompleteAnswer } from './incompleteAnswer.ts';

/**
 * Gives a collector every session of a range that the refinement keeps; gives how many these were. Throws an IncompleteAnswer at the end when
 * the service counts sessions that it did not give.
 */
export async function readThrough(options: CollectOptions, collector: SessionCollector): Promise<number> {
  const { kept, missing } = await collectSessions(options, [collector]);
  if (missing.length > 0) {
    const count = missing.reduce((sum, one) => sum + (one.count ?? 0), 0);
    throw new IncompleteAnswer(
      `The service counts ${count > 0 ? count : 'some'} sessions that it did not give.`,
      count,
    );
  }
  return kept;
}
