import type { SearchRequest } from '../../domain/query/request.ts';
import type { ArchiveClient } from '../archiveClient.ts';
import { rangeQuery } from '../asking/rangeQuery.ts';
import { ArchiveError } from '../client/archiveError.ts';
import { indexMarks } from '../mapping/indexMarks.ts';
import { isOurs } from '../mapping/indexTemplate.ts';
import { Searches } from '../reading/searches.ts';

/** How many sessions of the range there are, of those that the filter finds where it says so: what is masked may be what a filter asks for. */
export interface ArchiveCount {
  readonly count: number;
  readonly filtered: boolean;
}

/** Counts what the archive has of a request after all of it was written. Throws an ArchiveError where it was written into indexes that are not ours. */
export async function countArchived(
  { requests, pattern }: Pick<ArchiveClient, 'requests' | 'pattern'>,
  { request, isMasked }: { readonly request: SearchRequest; readonly isMasked: boolean },
  signal: AbortSignal,
): Promise<ArchiveCount> {
  await requests.ask({ asked: 'write', method: 'POST', path: [pattern, '_refresh'], signal, takes: [403, 404] });
  // A template that stands before ours would have made them.
  const marks = await indexMarks(requests, pattern, signal);
  if (!marks.every(isOurs)) throw new ArchiveError('foreignMapping', { asked: 'write', what: pattern });
  const { refinement: _, filterBy, ...unfiltered } = request;
  const filtered = filterBy !== undefined && !isMasked;
  const asked = rangeQuery(filtered ? { ...unfiltered, filterBy } : unfiltered);
  return { count: await new Searches(requests, pattern).count(asked.query, signal), filtered };
}
