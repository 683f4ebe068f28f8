import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { recordIn } from '../client/recordIn.ts';

/** What the mapping of each index of a pattern says of itself. */
export async function indexMarks(
  requests: ArchiveRequests,
  pattern: string,
  signal: AbortSignal | undefined,
): Promise<readonly unknown[]> {
  const answer = await requests.ask({
    asked: 'check',
    method: 'GET',
    path: [pattern, '_mapping'],
    signal,
    takes: [404],
  });
  if (answer.status === 404) return [];
  const indexes = Object.values(recordIn(answer.body));
  if (!indexes.every((index) => isRecord(asRecord(index).mappings)))
    throw new ArchiveError('notEngine', { asked: 'check' });
  return indexes.map((index) => asRecord(asRecord(index).mappings)._meta);
}
