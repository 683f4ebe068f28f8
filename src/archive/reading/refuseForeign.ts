import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { recordIn } from '../client/recordIn.ts';
import { foreignField } from '../mapping/foreignField.ts';
import { isOurs } from '../mapping/indexTemplate.ts';

/** Indexes without a start hold no sessions, and give none. */
const told = '*.mappings._meta,*.mappings.properties.session_start_time';

/**
 * Throws an ArchiveError where an index of the pattern has fields in which queries would find nothing, and say nothing. What may not be looked
 * at, and what is not there, is for the search to tell.
 */
export async function refuseForeign(requests: ArchiveRequests, pattern: string): Promise<void> {
  for (const [index, { mappings }] of await mappingsOf(requests, pattern, { filter_path: told })) {
    if (!isRecord(mappings) || isOurs(mappings._meta)) continue;
    for (const [, whole] of await mappingsOf(requests, index)) {
      const field = foreignField(whole.mappings);
      if (field !== undefined) throw new ArchiveError('foreignMapping', { asked: 'read', what: index, field });
    }
  }
}

async function mappingsOf(
  requests: ArchiveRequests,
  pattern: string,
  parameters: Readonly<Record<string, string>> = {},
) {
  const path = [pattern, '_mapping'];
  const asked = { asked: 'check', method: 'GET', path, parameters, signal: undefined, once: true } as const;
  const answer = await requests.ask(asked).catch(() => undefined);
  return Object.entries(recordIn(answer?.body ?? '')).map(([index, one]) => [index, asRecord(one)] as const);
}
