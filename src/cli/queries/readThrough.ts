import type { InsightsClient } from '../../api/client/insightsClient.ts';
import { membersOf, SessionReader } from '../../api/reading/readSessions.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
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
 * Gives every session of a range that the refinement keeps, with no more of it than was asked for, and no more of them in memory than a few
 * answers. Throws an IncompleteAnswer at the end when the service counts sessions that it did not give.
 */
export async function readThrough(
  options: ReadThroughOptions,
  each: (session: SessionDocument) => void,
): Promise<void> {
  const { request, client, signal, notes } = options;
  const { refinement } = request;
  const fields = [...new Set([...options.fields, ...(refinement?.fields ?? [])])];
  const reader = new SessionReader({
    request: {
      ...request,
      sortBy: [{ field: 'session_start_time', direction: 'asc' }],
      projectFields: ['id', ...fields],
    },
    client,
    whole: false,
    names: fields.flatMap(membersOf),
    signal,
    onWaiting: (waiting) => waiting && notes.progress(`Waiting for the service, ${waiting.pauseMs / 1000} s…`),
  });
  let read = 0;
  for await (const { rows } of reader) {
    for (const { members } of rows) if (!refinement || refinement.keeps(members)) each(members);
    read += rows.length;
    const { count, atLeast } = reader.total;
    notes.progress(`Reading sessions: ${read} of ${Math.max(read, count)}${atLeast ? ' or more' : ''}…`);
  }
  notes.endProgress();
  if (reader.missing.length > 0) {
    const count = reader.missing.reduce((sum, missing) => sum + (missing.count ?? 0), 0);
    throw new IncompleteAnswer(`The service counts ${count > 0 ? count : 'some'} sessions that it did not give.`);
  }
}
