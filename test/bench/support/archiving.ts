import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../src/api/client/insightsClient.ts';
import { readSessions } from '../../../src/api/reading/readSessions.ts';
import type { SearchRequest } from '../../../src/domain/query/request.ts';
import type { TestArchive } from '../../archive/support/cluster.ts';
import type { Took } from './took.ts';
import { timed } from './took.ts';

export const newest = Date.parse('2026-06-01T12:00:00Z');
export const days = 100;
export const retry = { maxRetries: 0, firstPauseMs: 0, longestPauseMs: 0, random: Math.random };

/** All that the service holds. */
export const request: SearchRequest = {
  range: { from: new Date(newest - days * 86_400_000), to: new Date(newest) },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
};

export interface ArchiveAllOptions {
  /** The service that has them. */
  readonly origin: string;
  readonly archive: TestArchive;
  readonly count: number;
  /** Tells of the memory. */
  readonly tells?: boolean;
  readonly onWritten?: (written: number) => void;
}

/** Archives everything that the service has. Throws unless the archive then counts as many. */
export async function archiveAll({ origin, archive, count, tells, onWritten }: ArchiveAllOptions): Promise<Took> {
  const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });
  const client = new InsightsClient({ origin, key: 'key', dispatcher });
  const held: number[] = [];
  const took = await timed(async () => {
    const { written, complete, error, inArchive } = await archive.write([], {
      request,
      read: (from, signal) => readSessions({ request, client, whole: true, signal, ...(from ? { from } : {}) }),
      onProgress: ({ written: now }) => {
        onWritten?.(now);
        if (!tells || !global.gc || now < ((held.length + 1) * count) / 10) return;
        global.gc();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        held.push((heapUsed + arrayBuffers) / 1e6);
      },
    });
    if (!complete || written !== count || inArchive?.count !== count)
      throw new Error(`archived ${written} of ${count}, the archive has ${inArchive?.count}: ${String(error)}`);
  });
  await dispatcher.destroy();
  if (tells) {
    console.log(`our own share of the processor: ${(took.cpuMs / count).toFixed(2)} ms a session`);
    console.log(`held at each tenth of it: ${held.map((size) => size.toFixed(1)).join(', ')} MB (flat)`);
    const peak = process.resourceUsage().maxRSS / 1000;
    console.log(`memory of the process, at its peak: ${peak.toFixed(0)} MB (budget 250)`);
  }
  return took;
}
