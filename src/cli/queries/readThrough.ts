import type { InsightsClient } from '../../api/client/insightsClient.ts';
import type { SessionCollector } from '../../api/reading/collectSessions.ts';
import { collectSessions } from '../../api/reading/collectSessions.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { IncompleteAnswer } from '../outcome/failures.ts';
import type { Notes } from '../output/notes.ts';

export interface ReadThroughOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'searchPage'>;
  /** What is looked at of each session. */
  readonly fields: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly notes: Notes;
}

/**
 * Gives a collector every session of a range that the refinement keeps, and tells of the progress; gives how many these were. Throws an
 * IncompleteAnswer at the end when the service counts sessions that it did not give.
 */
export async function readThrough(options: ReadThroughOptions, collector: SessionCollector): Promise<number> {
  const { notes, ...reading } = options;
  const { kept, missing } = await collectSessions(
    {
      ...reading,
      onWaiting: (waiting) => waiting && notes.progress(`Waiting for the service, ${waiting.pauseMs / 1000} s…`),
      onProgress: ({ read, total: { count, atLeast } }) =>
        notes.progress(`Reading sessions: ${read} of ${count}${atLeast ? ' or more' : ''}…`),
    },
    [collector],
  );
  notes.endProgress();
  if (missing.length > 0) {
    const count = missing.reduce((sum, one) => sum + (one.count ?? 0), 0);
    throw new IncompleteAnswer(`The service counts ${count > 0 ? count : 'some'} sessions that it did not give.`);
  }
  return kept;
}
