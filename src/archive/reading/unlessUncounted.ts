import { ArchiveError } from '../client/archiveError.ts';

/**
 * An engine that would have to make too many buckets, or that breaks over an aggregation, has no answer: it can be counted here. What else
 * went wrong is thrown.
 */
export function unlessUncounted(error: unknown): undefined {
  if (error instanceof ArchiveError && (error.problem === 'tooManyBuckets' || error.problem === 'engineFault'))
    return undefined;
  throw error;
}
