import { mkdir, rm } from 'node:fs/promises';
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
import { encodeParameters, searchParameters } from '../../src/domain/query/request.ts';
import { splitIntoWindows } from '../../src/domain/time/dates.ts';
import { maskJson } from '../../src/explorer/export/maskJson.ts';
import { LineFile } from '../../src/machine/lineFile.ts';
import { PartialFile } from '../../src/machine/partialFile.ts';
import type { BenchService, ServiceOptions } from './support/exportService.ts';
import { serve, startService } from './support/exportService.ts';

// 100,000 whole sessions to disk over a bare undici loop that only reads (budget 1.25x, masked 2x; under 200 MB, and flat), and 20,000 with
// each answer 100 ms late over a concurrent loop of the largest pages (1x). What is compared is timed in turn.
const newest = Date.parse('2026-06-01T12:00:00Z');
const days = 100;
const count = Number(process.env.COUNT ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const retry = { maxRetries: 0, firstPauseMs: 0, longestPauseMs: 0, random: Math.random };
const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });
const folder = join(tmpdir(), `insights-export-${process.pid}`);

const request: SearchRequest = {
  range: { from: new Date(newest - days * 86_400_000), to: new Date(newest) },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
};

/** What something takes, in ms: `cpu` of this process, so that what else the machine does counts for nothing. */
interface Took {
  readonly wall: number;
  readonly cpu: number;
}

function stopwatch(): () => Took {
  const [began, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - began, cpu: (user + system) / 1000 };
  };
}

async function exportAll({ origin }: BenchService, all: number, more: Partial<ExportOptions> = {}): Promise<Took> {
  const client = new InsightsClient({ origin, key: 'key', dispatcher });
  const path = join(folder, 'all.ndjson');
  const file = await PartialFile.create(path);
  const journal = new LineFile(join(folder, 'journal'));
  const elapsed = stopwatch();
  const options = { request, client, format: 'ndjson', whole: true, file, journal, ...more } as const;
  const { written, complete, error } = await exportSessions(options);
  if (!complete || written !== all) throw new Error(`exported ${written} of ${all}: ${String(error)}`);
  await file.finish(path);
  const took = elapsed();
  await journal.remove();
  return took;
}

/** Every page of the range, so many sessions each, by number. */
function pagesOf(all: number, size: number): Parameters[] {
  const windows = splitIntoWindows(request.range);
  const most = (all / days) * 59;
  return windows.flatMap((window, at) => {
    const held = at === 0 ? Math.min(all, most) : all - most;
    return Array.from({ length: Math.ceil(held / size) }, (_, page) =>
      searchParameters({ ...request, pageSize: size }, window, page).filter(([name]) => name !== 'project_fields'),
    );
  });
}

/** The same for who does not know how many there are: the first page of each window, and what follows it when that has come. */
async function readUnknown(service: BenchService, requests: readonly Parameters[], atOnce: number): Promise<Took> {
  const elapsed = stopwatch();
  const isFirst = (parameters: Parameters): boolean => new Map(parameters).get('page_number') === '0';
  await readAll(service, requests.filter(isFirst), atOnce);
  await readAll(
    service,
    requests.filter((parameters) => !isFirst(parameters)),
    atOnce,
  );
  return elapsed();
}

async function readAll({ origin }: BenchService, requests: readonly Parameters[], atOnce: number): Promise<Took> {
  const elapsed = stopwatch();
  const left = [...requests];
  const reader = async (): Promise<void> => {
    for (let parameters = left.shift(); parameters; parameters = left.shift()) {
      const path = `/insights/sessions?${encodeParameters(parameters)}`;
      const { body } = await dispatcher.request({ origin, path, method: 'GET', headers: { 'X-Vgai-Key': 'key' } });
      await body.text();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return elapsed();
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
const medianOf = (all: readonly Took[]): Took => ({
  wall: median(all.map(({ wall }) => wall)),
  cpu: median(all.map(({ cpu }) => cpu)),
});
const over = (ours: Took, theirs: Took): string =>
  `${(ours.cpu / theirs.cpu).toFixed(2)}x of its CPU, ${(ours.wall / theirs.wall).toFixed(2)}x of its time`;

async function withService(options: Partial<ServiceOptions>, use: (service: BenchService) => Promise<void>) {
  const service = await startService(fileURLToPath(import.meta.url), {
    count,
    days,
    newest,
    whole: true,
    lateMs: 0,
    largestPage: 10_000,
    ...options,
  });
  try {
    await use(service);
  } finally {
    service.close();
  }
}

if (process.send) await serve(JSON.parse(process.argv[2] ?? '{}'));
else await measure();

async function measure(): Promise<void> {
  await mkdir(folder);
  try {
    await withService({}, async (service) => {
      const heap: number[] = [];
      let peak = 0;
      const watchHeap: ExportOptions['onProgress'] = ({ written }) => {
        peak = Math.max(peak, process.memoryUsage.rss() / 1e6);
        if (!global.gc || written < ((heap.length + 1) * count) / 10) return;
        global.gc();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        heap.push((heapUsed + arrayBuffers) / 1e6);
      };
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss() / 1e6);
      }, 20);
      await exportAll(service, count);
      clearInterval(watch);
      console.log(`memory of the process in the first export, at its peak: ${peak.toFixed(0)} MB (budget 200)`);
      await exportAll(service, count, { onProgress: watchHeap });
      // What is really held, without what only waits to be collected (needs --expose-gc).
      console.log(`held at each tenth of it: ${heap.map((size) => size.toFixed(1)).join(', ')} MB (flat)`);
      const pages = pagesOf(count, 200);
      const times = { plain: [] as Took[], masked: [] as Took[], bare: [] as Took[] };
      for (let round = 0; round < rounds; round++) {
        times.bare.push(await readAll(service, pages, 1));
        times.plain.push(await exportAll(service, count));
        times.masked.push(await exportAll(service, count, { mask: maskJson() }));
      }
      const [bare, plain, masked] = [medianOf(times.bare), medianOf(times.plain), medianOf(times.masked)];
      const each = (bare.cpu / count) * 1000;
      console.log(
        `a bare loop over ${count} whole sessions: ${bare.wall.toFixed(0)} ms, ${each.toFixed(0)} µs of CPU each`,
      );
      console.log(`export over it: ${over(plain, bare)} (budget 1.25x)`);
      console.log(`masked: ${over(masked, bare)} (budget 2x)`);
    });
    for (const largestPage of [1000, 10_000]) {
      const late = 20_000;
      await withService({ count: late, whole: false, lateMs: 100, largestPage }, async (service) => {
        const times = { ours: [] as Took[], theirs: [] as Took[], unknowing: [] as Took[] };
        const pages = pagesOf(late, largestPage);
        for (let round = 0; round < rounds + 2; round++) {
          times.theirs.push(await readAll(service, pages, 8));
          times.ours.push(await exportAll(service, late));
          times.unknowing.push(await readUnknown(service, pages, 8));
        }
        const [ours, theirs, unknowing] = [times.ours, times.theirs, times.unknowing].map(medianOf) as [
          Took,
          Took,
          Took,
        ];
        console.log(
          `20,000, 100 ms late, over a loop of pages of ${largestPage}, 8 at once: ${(ours.wall / theirs.wall).toFixed(2)}x (${ours.wall.toFixed(0)} over ${theirs.wall.toFixed(0)} ms; budget 1x)`,
        );
        // Nobody but a bench knows the number of pages before the first has come.
        console.log(
          `over one that does not know how many there are: ${(ours.wall / unknowing.wall).toFixed(2)}x (${unknowing.wall.toFixed(0)} ms); CPU ${ours.cpu.toFixed(0)}, ${theirs.cpu.toFixed(0)} and ${unknowing.cpu.toFixed(0)} ms`,
        );
      });
    }
  } finally {
    await dispatcher.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
