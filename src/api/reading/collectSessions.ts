import { readFilterContradiction } from '../../domain/analysis/filterContradiction.ts';
import { parseForValues } from '../../domain/json/parseForValues.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { Total } from '../client/answerShapes.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import { Cancelled } from '../client/insightsErrors.ts';
import type { MayTakeRanges } from '../client/rangeService.ts';
import type { Waiting } from './patience.ts';
import type { Missing } from './readingTypes.ts';
import { jsonOf } from './readRow.ts';
import { readSessions } from './readSessions.ts';

/** What looks at sessions one after another: aggregations, expectations, a path map. */
export interface SessionCollector {
  collect(session: SessionDocument): void;
}

export interface CollectOptions {
  /** Its order, its page and its projection are not used: every session of its range counts, with no more of it than `fields`. */
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'searchPage'> & MayTakeRanges;
  /** What the collectors look at. */
  readonly fields: Iterable<string>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CollectProgress) => void;
  /** Tells of a fault that is being waited out, and of its end. */
  readonly onWaiting?: (waiting: Waiting | undefined) => void;
}

/** How far it is. */
export interface CollectProgress {
  readonly read: number;
  /** Those of them that the query's refinement keeps. */
  readonly kept: number;
  /** How many there are, as far as is known by now; never fewer than were read. */
  readonly total: Total;
}

export interface Collected {
  readonly read: number;
  readonly kept: number;
  /** What the service counts and did not give. */
  readonly missing: readonly Missing[];
  /** How many were given that start outside of the range. */
  readonly outside?: number;
  /** Whether some were given that the filter can't have found. */
  readonly filterUnheeded?: boolean;
  readonly requests: number;
}

/**
 * Gives every session of a range that the query's refinement keeps to each collector, in the order of time. A few answers are in memory at
 * once, however many sessions there are. Throws what ends the reading; what was collected by then stays.
 */
export async function collectSessions(
  options: CollectOptions,
  collectors: readonly SessionCollector[],
): Promise<Collected> {
  const { request, client, signal, onProgress, onWaiting } = options;
  const { refinement } = request;
  const held = readFilterContradiction(request.filterBy, new Date())?.fields ?? [];
  const fields = [...new Set([...options.fields, ...(refinement?.fields ?? []), ...held])];
  const reader = readSessions({
    request: {
      ...request,
      sortBy: [{ field: 'session_start_time', direction: 'asc' }],
      projectFields: ['id', ...fields],
    },
    client,
    whole: false,
    ...(signal ? { signal } : {}),
    ...(onWaiting ? { onWaiting } : {}),
  });
  let [read, kept] = [0, 0];
  const pause = turns();
  for await (const { rows } of reader) {
    for (const row of rows) {
      // Not before its turn: what waits is held as the bytes that came.
      const session = parseForValues(jsonOf(row)) as SessionDocument;
      if (!refinement || refinement.keeps(session)) {
        kept += 1;
        for (const collector of collectors) collector.collect(session);
      }
      const pausing = pause();
      if (!pausing) continue;
      await pausing;
      if (signal?.aborted) throw new Cancelled();
    }
    read += rows.length;
    const { count, atLeast } = reader.total;
    onProgress?.({ read, kept, total: { count: Math.max(read, count), atLeast } });
  }
  return {
    read,
    kept,
    missing: reader.missing,
    ...(reader.outside > 0 ? { outside: reader.outside } : {}),
    ...(reader.filterUnheeded ? { filterUnheeded: true } : {}),
    requests: reader.requests,
  };
}

/** For so long, in milliseconds, nothing else gets its turn. */
const longestTurn = 12;
const rowsBetweenLooks = 50;

/**
 * Says after each session whether it is time to let others have their turn: an answer may hold ten thousand, and whoever waits for a key
 * pressed waits for all of them.
 */
function turns(): () => Promise<void> | undefined {
  let began = performance.now();
  let rows = 0;
  return () => {
    rows += 1;
    if (rows % rowsBetweenLooks !== 0 || performance.now() - began < longestTurn) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        began = performance.now();
        resolve();
      });
    });
  };
}
