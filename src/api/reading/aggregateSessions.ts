import { readAggregation } from '../../domain/analysis/aggregation.ts';
import type { RangeAggregation } from '../client/rangeService.ts';
import type { CollectOptions } from './collectSessions.ts';
import { readThrough } from './readThrough.ts';

export interface AggregateOptions extends Omit<CollectOptions, 'fields'> {
  readonly aggs: unknown;
  /** When dates in conditions are taken at. */
  readonly now: Date;
}

/**
 * Counts and measures all sessions of a range that the refinement keeps: by an archive where the client is one, else here, session by session.
 * Throws an IncompleteAnswer when the service counts sessions that it did not give.
 */
export async function aggregateSessions({ aggs, now, ...options }: AggregateOptions): Promise<RangeAggregation> {
  const { client, request, signal, onProgress } = options;
  if (client.ranges) {
    const asked = { request, aggs, now, onProgress: progressOf(onProgress) };
    return client.ranges.aggregate(asked, signal);
  }
  const aggregation = readAggregation(aggs, now);
  const found = aggregation.start();
  const total = await readThrough({ ...options, fields: aggregation.fields }, found);
  return { result: found.result(), total };
}

/** What the archive finds is what the refinement keeps, or will be looked at for it. */
function progressOf(tell: CollectOptions['onProgress']) {
  return (read: number, total: { readonly count: number; readonly atLeast: boolean }): void =>
    tell?.({ read, kept: read, total });
}
