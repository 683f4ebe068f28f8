import { ArchiveError } from '../client/archiveError.ts';

/** An engine that would have to make too many buckets makes none: there is no answer then. What else went wrong is thrown. */
export function unlessTooManyBuckets(error: unknown): undefined {
  if (error instanceof ArchiveError && /too_many_buckets|max_buckets/u.test(error.answer?.text ?? '')) return undefined;
  throw error;
}
