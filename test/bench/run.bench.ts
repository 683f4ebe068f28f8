import { performance } from 'node:perf_hooks';
import { createDispatcher } from '../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../src/api/client/insightsClient.ts';
import { Runs } from '../../src/api/runs/runs.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { encodeParameters, searchParameters } from '../../src/domain/query/request.ts';
import { splitIntoWindows } from '../../src/domain/time/dates.ts';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import { startEmulator } from '../../src/emulator/server/server.ts';

// A run over bare undici for the same request (budget: 30 ms more), and 366 days, from start to last row, over as many requests one after
// the other as it has windows, with answers 100 ms late (0.5x).
const now = new Date('2026-06-01T12:00:00Z');
const day = 86_400_000;
const emulator = await startEmulator({ sessions: sampleSessions(now) });
const retry = { maxRetries: 3, firstPauseMs: 500, longestPauseMs: 30_000, random: Math.random };
const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });
const client = new InsightsClient({ ...emulator, dispatcher });

const requestOver = (days: number, field: string): SearchRequest => ({
  range: { from: new Date(now.getTime() - days * day), to: now },
  sortBy: [
    { field, direction: 'desc' },
    { field: 'id', direction: 'asc' },
  ],
  pageSize: 50,
  pageNumber: 0,
});

async function run(request: SearchRequest): Promise<void> {
  const started = new Runs().start({ queryUri: 'q', queryName: 'q', connection: 'c', request, client });
  await started.finished;
  if (started.state !== 'done') throw started.error;
}

async function bare(request: SearchRequest): Promise<void> {
  const path = `/insights/sessions?${encodeParameters(searchParameters(request, request.range, 0))}`;
  const headers = { 'X-Vgai-Key': emulator.key };
  const { body } = await dispatcher.request({ origin: emulator.origin, path, method: 'GET', headers });
  await body.json();
}

async function median(times: number, work: () => Promise<void>): Promise<number> {
  const all: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const month = requestOver(30, 'session_start_time');
await median(10, () => run(month));
const [ours, theirs] = [await median(41, () => run(month)), await median(41, () => bare(month))];
console.log(
  `run over bare undici: + ${(ours - theirs).toFixed(1)} ms (${ours.toFixed(1)} over ${theirs.toFixed(1)}; budget + 30)`,
);

emulator.setFaults({ rules: [{ fault: { kind: 'latency', ms: 100 } }] });
for (const field of ['session_start_time', 'channel_data.duration']) {
  const request = requestOver(366, field);
  const windows = splitIntoWindows(request.range).map((range) => ({ ...request, range }));
  const inTurn = await median(5, async () => {
    for (const window of windows) await bare(window);
  });
  const year = await median(5, () => run(request));
  console.log(
    `366 days over ${windows.length} requests in turn by ${field}: ${(year / inTurn).toFixed(2)}x (${year.toFixed(0)} over ${inTurn.toFixed(0)} ms; budget 0.5x)`,
  );
}
await dispatcher.destroy();
await emulator.close();
