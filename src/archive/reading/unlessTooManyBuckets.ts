import { ArchiveError } from '../client/archiveError.ts';

/** An engine that would have to make too many buckets makes none: there is no answer then. What else went wrong is thrown. */
export function unlessTooManyBuckets(error: unknown): undefined {
  if (error instanceof ArchiveError && error.problem === 'tooManyBuckets') return undefined;
  throw error;
}
