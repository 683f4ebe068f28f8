import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createDispatcher } from '../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../src/api/client/insightsClient.ts';
import type { Parameters } from '../../src/api/client/serviceRequests.ts';
import type { ExportOptions } from '../../src/api/export/exportSessions.ts';
import { exportSessions } from '../../src/api/export/exportSessions.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { encodeParameters } from '../../src/domain/query/request.ts';
import { createSessionMask } from '../../src/domain/sharing/maskSession.ts';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import { startEmulator } from '../../src/emulator/server/server.ts';
import { writeAtomically } from '../../src/host/atomicFile.ts';

// 100,000 sessions to disk over a bare undici loop that sends the same requests and only reads (budget 1.3x, under 200 MB and flat).
// Both loops are timed in turn, as often as `rounds` says. What is really held is measured in an export of its own: collecting takes time.
const now = new Date('2026-06-01T12:00:00Z');
const count = Number(process.env.COUNT ?? 100_000);
const days = 100;
const rounds = 5;

if (process.send) await serve();
else await measure();

/** The service is a process of its own, so that its time and memory are not ours. */
async function serve(): Promise<void> {
  const samples = sampleSessions(now);
  const sessions = Array.from({ length: count }, (_, at) => ({
    ...samples[at % samples.length],
    id: `session-${at}`,
    session_start_time: new Date(now.getTime() - 1000 - (at / count) * days * 86_400_000).toISOString().slice(0, 23),
    flow_path: null,
  }));
  const { origin, key } = await startEmulator({ sessions });
  process.send?.({ origin, key });
}

async function measure(): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url));
  const service = await new Promise<{ origin: string; key: string }>((resolve) => child.once('message', resolve));
  const folder = await mkdtemp(join(tmpdir(), 'insights-export-'));
  const retry = { maxRetries: 0, firstPauseMs: 0, longestPauseMs: 0, random: Math.random };
  const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });
  const client = new InsightsClient({ ...service, dispatcher });
  const requestOver = (span: number): SearchRequest => ({
    range: { from: new Date(now.getTime() - span * 86_400_000), to: now },
    sortBy: [{ field: 'session_start_time', direction: 'desc' }],
    pageSize: 50,
    pageNumber: 0,
  });
  const exportAll = async (more: Partial<ExportOptions> = {}): Promise<number> => {
    const began = performance.now();
    const { written, complete, error } = await writeAtomically(join(folder, 'all.ndjson'), (sink) =>
      exportSessions({ request: requestOver(days), client, format: 'ndjson', whole: true, sink, ...more }),
    );
    if (!complete || written !== count) throw new Error(`exported ${written} of ${count}: ${String(error)}`);
    return performance.now() - began;
  };
  const readAll = async (requests: readonly Parameters[]): Promise<number> => {
    const began = performance.now();
    for (const parameters of requests) {
      const path = `/insights/sessions?${encodeParameters(parameters)}`;
      const headers = { 'X-Vgai-Key': service.key };
      const { body } = await dispatcher.request({ origin: service.origin, path, method: 'GET', headers });
      await body.text();
    }
    return performance.now() - began;
  };
  try {
    // The service is slow at first: who comes second would look fast.
    const nowhere = { write: async () => {} };
    await exportSessions({ request: requestOver(days / 5), client, format: 'ndjson', whole: true, sink: nowhere });

    const sent: Parameters[] = [];
    const recording: Pick<InsightsClient, 'search'> = {
      search: (parameters, signal) => {
        sent.push(parameters);
        return client.search(parameters, signal);
      },
    };
    const heap: number[] = [];
    const watchHeap: ExportOptions['onProgress'] = ({ written }) => {
      if (!global.gc || written < ((heap.length + 1) * count) / 10) return;
      global.gc();
      heap.push(process.memoryUsage().heapUsed / 1e6);
    };
    await exportAll({ client: recording, onProgress: watchHeap });
    if (heap.length > 0) {
      // What is really held, without what only waits to be collected (needs --expose-gc).
      console.log(
        `held by the export at each tenth of it: ${heap.map((size) => size.toFixed(1)).join(', ')} MB (flat)`,
      );
    }

    const times: { ours: number; theirs: number }[] = [];
    let peak = 0;
    for (let round = 0; round < rounds; round++) {
      // Later rounds hold what the bare loop left to be collected.
      const watch = setInterval(() => {
        if (round === 0) peak = Math.max(peak, process.memoryUsage.rss() / 1e6);
      }, 20);
      const ours = await exportAll();
      clearInterval(watch);
      times.push({ ours, theirs: await readAll(sent) });
    }
    console.log(`memory of the process while it is timed first, at its peak: ${peak.toFixed(0)} MB (budget 200)`);
    const ratios = times.map(({ ours, theirs }) => ours / theirs).sort((a, b) => a - b);
    console.log(
      `export of ${count} over a bare loop: ${ratios[rounds >> 1]?.toFixed(2)}x, from ${ratios[0]?.toFixed(2)}x to ${ratios.at(-1)?.toFixed(2)}x (budget 1.3x)`,
    );
    for (const { ours, theirs } of times)
      console.log(`one round: ${ours.toFixed(0)} over ${theirs.toFixed(0)} ms, ${sent.length} requests`);
    const masked = await exportAll({ mask: createSessionMask() });
    console.log(`the same, masked: ${masked.toFixed(0)} ms`);
  } finally {
    child.kill();
    await dispatcher.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
