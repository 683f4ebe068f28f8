import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDispatcher } from '../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../src/api/client/insightsClient.ts';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { bulkDocument } from '../../src/archive/writing/bulkDocument.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { encodeParameters, searchParameters } from '../../src/domain/query/request.ts';
import { splitIntoWindows } from '../../src/domain/time/dates.ts';
import { clusterUrl, control, TestArchive } from '../archive/support/cluster.ts';
import { serve, startService } from './support/exportService.ts';

// Whole sessions from a service into three nodes, and back: beside what one would write with the official client, and beside curl, which
// sends ready files (budget: 1.1x the official client; memory flat). What is compared is timed in turn. COUNT=200000 is the scale of
// docs/archive.md, ROUNDS the turns, and STOP=1 has a node stop in the middle of the first.
const newest = Date.parse('2026-06-01T12:00:00Z');
const days = 100;
const count = Number(process.env.COUNT ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const stops = process.env.STOP === '1';
const pageSize = 200;
const retry = { maxRetries: 0, firstPauseMs: 0, longestPauseMs: 0, random: Math.random };
const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });

const request: SearchRequest = {
  range: { from: new Date(newest - days * 86_400_000), to: new Date(newest) },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
};

/** What is asked here of the official client. */
interface OfficialClient {
  readonly helpers: {
    bulk(options: {
      readonly datasource: AsyncIterable<unknown>;
      readonly concurrency: number;
      readonly flushBytes: number;
      onDocument(document: { readonly id: string; readonly session_start_time: string }): unknown;
    }): Promise<{ readonly successful: number }>;
  };
  search(options: object): Promise<{ readonly body: { readonly hits: { readonly hits: readonly Hit[] } } }>;
  createPit(options: object): Promise<{ readonly body: { readonly pit_id: string } }>;
  deletePit(options: object): Promise<unknown>;
  close(): Promise<unknown>;
}
interface Hit {
  readonly sort: readonly unknown[];
}

if (process.send) await serve(JSON.parse(process.argv[2] ?? '{}'));
else await measure();

async function measure(): Promise<void> {
  const service = await startService(fileURLToPath(import.meta.url), {
    count,
    days,
    newest,
    whole: true,
    lateMs: 0,
    largestPage: 10_000,
  });
  const official = officialClient();
  const folder = await mkdtemp(join(tmpdir(), 'insights-archive-bench-'));
  try {
    const files = await bulkFiles(service.origin, folder);
    const times: Record<'ours' | 'theirs' | 'curl' | 'readOurs' | 'readTheirs', number[]> = {
      ours: [],
      theirs: [],
      curl: [],
      readOurs: [],
      readTheirs: [],
    };
    for (let round = 0; round < rounds; round++) {
      const archive = new TestArchive(`bench-${round}`);
      times.ours.push(await archiveAll(service.origin, archive, round === 0));
      times.readOurs.push(await readAll(archive));
      times.readTheirs.push(await theirReading(official, archive));
      await archive.remove();
      for (const [name, write] of [
        ['theirs', () => theirWriting(official, service.origin, round)],
        ['curl', () => sendFiles(files, round)],
      ] as const) {
        const other = new TestArchive(name, { pattern: `bench-${name}-${round}-*` });
        // The same template, made by writing nothing.
        await other.write([]);
        times[name].push(await write());
        await other.remove();
      }
    }
    const [ours, theirs, curl] = [times.ours, times.theirs, times.curl].map(median);
    const [readOurs, readTheirs] = [times.readOurs, times.readTheirs].map(median);
    console.log(
      `archiving ${count} whole sessions: ${ours?.toFixed(0)} ms, ${((count / (ours ?? 1)) * 1000).toFixed(0)} a second`,
    );
    console.log(`over the official client: ${ratio(ours, theirs)} (budget 1.1x)`);
    console.log(`over curl, which sends ready files and reads nothing: ${ratio(ours, curl)}`);
    console.log(
      `reading them again: ${readOurs?.toFixed(0)} ms, over the official client: ${ratio(readOurs, readTheirs)} (budget 1.1x)`,
    );
  } finally {
    service.close();
    await official.close();
    await dispatcher.destroy();
    await rm(folder, { recursive: true });
  }
}

/** Archives everything from the service; the first time it tells of its memory, and of a node that stops. */
async function archiveAll(origin: string, archive: TestArchive, first: boolean): Promise<number> {
  const client = new InsightsClient({ origin, key: 'key', dispatcher });
  const held: number[] = [];
  let stopping: Promise<void> | undefined;
  let starting: Promise<void> | undefined;
  const began = performance.now();
  const used = process.cpuUsage();
  const { written, complete, error, inArchive } = await archive.write([], {
    request,
    read: (from, signal) => readSessions({ request, client, whole: true, signal, ...(from ? { from } : {}) }),
    onProgress: ({ written: now }) => {
      if (!first) return;
      if (stops && now > count / 3) stopping ??= control?.('stop', 1);
      if (stops && now > (2 * count) / 3) starting ??= stopping?.then(() => control?.('start', 1));
      if (!global.gc || now < ((held.length + 1) * count) / 10) return;
      global.gc();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      held.push((heapUsed + arrayBuffers) / 1e6);
    },
  });
  const took = performance.now() - began;
  await starting;
  if (!complete || written !== count) {
    throw new Error(`archived ${written} of ${count}, the archive has ${inArchive?.count}: ${String(error)}`);
  }
  if (first) {
    const { user, system } = process.cpuUsage(used);
    console.log(`our own share of the processor: ${((user + system) / 1000 / count).toFixed(2)} ms a session`);
    console.log(`held at each tenth of it: ${held.map((size) => size.toFixed(1)).join(', ')} MB (flat)`);
    console.log(
      `memory of the process, at its peak: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB (budget 250)`,
    );
    if (stops) console.log(`a node stopped in the middle: written ${written}, in the archive ${inArchive?.count}`);
  }
  return took;
}

async function readAll(archive: TestArchive): Promise<number> {
  const began = performance.now();
  let read = 0;
  for await (const { rows } of readSessions({ request, client: archive.client, whole: true })) read += rows.length;
  if (read !== count) throw new Error(`read ${read} of ${count}`);
  return performance.now() - began;
}

async function theirWriting(official: OfficialClient, origin: string, round: number): Promise<number> {
  const began = performance.now();
  const { successful } = await official.helpers.bulk({
    datasource: documentsOf(origin),
    concurrency: 3,
    flushBytes: 4 * 1024 * 1024,
    onDocument: ({ id, session_start_time: start }) => ({
      index: { _index: `bench-theirs-${round}-${start.slice(0, 7)}`, _id: id },
    }),
  });
  if (successful !== count) throw new Error(`the official client wrote ${successful} of ${count}`);
  return performance.now() - began;
}

async function theirReading(official: OfficialClient, { pattern }: TestArchive): Promise<number> {
  const began = performance.now();
  const keepAlive = '1m';
  const { body } = await official.createPit({ index: pattern, keep_alive: keepAlive });
  let read = 0;
  for (let after: readonly unknown[] | undefined; ; ) {
    const page = await official.search({
      body: {
        size: 500,
        pit: { id: body.pit_id, keep_alive: keepAlive },
        sort: [{ session_start_time: 'desc' }, { id: 'asc' }],
        ...(after ? { search_after: after } : {}),
      },
    });
    const { hits } = page.body.hits;
    read += hits.length;
    after = hits.at(-1)?.sort;
    if (hits.length === 0) break;
  }
  await official.deletePit({ body: { pit_id: [body.pit_id] } });
  if (read !== count) throw new Error(`the official client read ${read} of ${count}`);
  return performance.now() - began;
}

/** Sends the files as they are, with a connection that is kept. */
async function sendFiles(files: readonly string[], round: number): Promise<number> {
  const began = performance.now();
  const ndjson = ['-H', 'Content-Type: application/x-ndjson'];
  const sending = files.flatMap((file, at) => [
    ...(at > 0 ? ['--next'] : []),
    ...['-sS', '-o', '/dev/null', '--noproxy', '*', ...ndjson, '--data-binary', `@${file}`],
    `${clusterUrl()}/bench-curl-${round}-all/_bulk`,
  ]);
  const [code] = await once(spawn('curl', sending, { stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`curl ended with ${code}`);
  return performance.now() - began;
}

/** Requests as archiving sends them, without the names of indexes. */
async function bulkFiles(origin: string, folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const end = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const file = join(folder, `${files.length}.ndjson`);
    await writeFile(file, Buffer.concat(waiting));
    files.push(file);
    [waiting, bytes] = [[], 0];
  };
  for await (const session of documentsOf(origin)) {
    const { id, session_start_time: start } = session;
    const json = JSON.stringify(session);
    const lines = bulkDocument({ id, start, json }, 'bench-*')
      .lines.toString()
      .replace(/"_index":"[^"]*",/u, '');
    waiting.push(Buffer.from(lines));
    bytes += lines.length;
    if (bytes >= 4 * 1024 * 1024) await end();
  }
  await end();
  return files;
}

/** Every session of the service, page by page, as a loop without us reads them. */
async function* documentsOf(
  origin: string,
): AsyncGenerator<{ readonly id: string; readonly session_start_time: string }> {
  for (const window of splitIntoWindows(request.range)) {
    for (let page = 0, left = 1; left > 0; page++) {
      const parameters = searchParameters({ ...request, pageSize }, window, page).filter(
        ([name]) => name !== 'project_fields',
      );
      const path = `/insights/sessions?${encodeParameters(parameters)}`;
      const { body } = await dispatcher.request({ origin, path, method: 'GET', headers: { 'X-Vgai-Key': 'key' } });
      const { hits } = (await body.json()) as { readonly hits: readonly { id: string; session_start_time: string }[] };
      yield* hits;
      left = hits.length;
    }
  }
}

function officialClient(): OfficialClient {
  const require = createRequire(join(process.cwd(), 'tools/archiveCluster/client/package.json'));
  const { Client } = require('@opensearch-project/opensearch') as { Client: new (options: object) => OfficialClient };
  return new Client({ node: clusterUrl() });
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return `${((ours ?? 0) / (theirs ?? 1)).toFixed(2)}x (${ours?.toFixed(0)} over ${theirs?.toFixed(0)} ms)`;
}
