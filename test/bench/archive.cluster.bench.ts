import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkQuery } from '../../src/api/checks/checkQuery.ts';
import { createDispatcher } from '../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../src/api/client/insightsClient.ts';
import { collectSessions } from '../../src/api/reading/collectSessions.ts';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { bulkDocument } from '../../src/archive/writing/bulkDocument.ts';
import { asRecord } from '../../src/domain/json/looseValues.ts';
import type { SearchRequest } from '../../src/domain/query/request.ts';
import { encodeParameters, searchParameters } from '../../src/domain/query/request.ts';
import { keptFacets } from '../../src/domain/results/facets/sessionFacets.ts';
import { splitIntoWindows } from '../../src/domain/time/dates.ts';
import { PathMaps, pathMapsFields } from '../../src/results/analysis/pathMaps.ts';
import { clusterUrl, control, TestArchive } from '../archive/support/cluster.ts';
import { serve, startService } from './support/exportService.ts';

// Whole sessions from a service into three nodes, and back: beside what one would write with the official client, and beside curl, which
// sends ready files (budget: 1.25x the official client; memory flat), and what is asked of all of them. What is compared is timed in turn, by
// the clock and by the processor: the nodes may share it with us. COUNT=200000 is the scale of docs/archive.md, ROUNDS the turns, STOP=1
// has a node stop in the middle of the first, and ALONE=1 leaves out what is beside us.
const newest = Date.parse('2026-06-01T12:00:00Z');
const days = 100;
const count = Number(process.env.COUNT ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const stops = process.env.STOP === '1';
const alone = process.env.ALONE === '1';
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
    const files = alone ? [] : await bulkFiles(service.origin, folder);
    const times: Record<'ours' | 'theirs' | 'curl' | 'readOurs' | 'readTheirs', Took[]> = {
      ours: [],
      theirs: [],
      curl: [],
      readOurs: [],
      readTheirs: [],
    };
    const ours = async (round: number): Promise<void> => {
      const archive = new TestArchive(`bench-${round}`);
      times.ours.push(await archiveAll(service.origin, archive, round === 0));
      times.readOurs.push(await timed(() => readAll(archive)));
      if (!alone) times.readTheirs.push(await timed(() => theirReading(official, archive)));
      if (round === 0) await tellSize(archive);
      if (round === 0) await askAll(archive, folder);
      await archive.remove();
    };
    const others = async (round: number): Promise<void> => {
      if (alone) return;
      for (const [name, write] of [
        ['theirs', () => theirWriting(official, service.origin, round)],
        ['curl', () => sendFiles(files, round)],
      ] as const) {
        const other = new TestArchive(name, { pattern: `bench-${name}-${round}-*` });
        // The same template, made by writing nothing.
        await other.write([]);
        times[name].push(await timed(write));
        await other.remove();
      }
    };
    // The nodes get quicker: who goes first changes.
    for (let round = 0; round < rounds; round++)
      for (const turn of round % 2 === 0 ? [ours, others] : [others, ours]) await turn(round);
    report(times);
  } finally {
    service.close();
    await official.close();
    await dispatcher.destroy();
    await rm(folder, { recursive: true });
  }
}

/** Says what took how long, beside the others: the quicker of two turns counts. */
function report(
  times: Readonly<Record<'ours' | 'theirs' | 'curl' | 'readOurs' | 'readTheirs', readonly Took[]>>,
): void {
  const [ours, theirs, curl] = [times.ours, times.theirs, times.curl].map(median);
  const [readOurs, readTheirs] = [times.readOurs, times.readTheirs].map(median);
  console.log(
    `archiving ${count} whole sessions: ${ours?.ms.toFixed(0)} ms, ${((count / (ours?.ms ?? 1)) * 1000).toFixed(0)} a second`,
  );
  if (alone) {
    console.log(`reading them again: ${readOurs?.ms.toFixed(0)} ms`);
    return;
  }
  console.log(`over the official client: ${ratio(ours, theirs)} (budget 1.25x)`);
  console.log(`over curl, which sends ready files and reads nothing: ${ratio(ours, curl)}`);
  console.log(
    `reading them again: ${readOurs?.ms.toFixed(0)} ms, over the official client: ${ratio(readOurs, readTheirs)} (budget 1.25x)`,
  );
}

/** Archives everything from the service; the first time it tells of its memory, and of a node that stops. */
async function archiveAll(origin: string, archive: TestArchive, first: boolean): Promise<Took> {
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
  const took = { ms: performance.now() - began, cpuMs: cpuSince(used) };
  await starting;
  if (!complete || written !== count) {
    throw new Error(`archived ${written} of ${count}, the archive has ${inArchive?.count}: ${String(error)}`);
  }
  if (first) {
    console.log(`our own share of the processor: ${(took.cpuMs / count).toFixed(2)} ms a session`);
    console.log(`held at each tenth of it: ${held.map((size) => size.toFixed(1)).join(', ')} MB (flat)`);
    console.log(
      `memory of the process, at its peak: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB (budget 250)`,
    );
    if (stops) console.log(`a node stopped in the middle: written ${written}, in the archive ${inArchive?.count}`);
  }
  return took;
}

/** What the sessions take on disk, without replicas. */
async function tellSize(archive: TestArchive): Promise<void> {
  await archive.ask('POST', [archive.pattern, '_flush']);
  const stats = asRecord(await archive.ask('GET', [archive.pattern, '_stats', 'store']));
  const bytes = Number(asRecord(asRecord(asRecord(stats._all).primaries).store).size_in_bytes);
  const perMillion = (bytes / count) * 1e6;
  console.log(`primaries: ${(bytes / 1e9).toFixed(2)} GB, ${(perMillion / 1e9).toFixed(1)} GB for a million sessions`);
}

async function readAll(archive: TestArchive): Promise<void> {
  let read = 0;
  for await (const { rows } of readSessions({ request, client: archive.client, whole: true })) read += rows.length;
  if (read !== count) throw new Error(`read ${read} of ${count}`);
}

/** A page beside curl, and what is counted and mapped over everything. */
async function askAll(archive: TestArchive, folder: string): Promise<void> {
  const { client } = archive;
  const now = new Date(newest);
  const pages: number[] = [];
  const byCurl: number[] = [];
  const body = join(folder, 'page.json');
  const sort = [{ session_start_time: 'desc' }, { id: 'asc' }];
  await writeFile(body, JSON.stringify({ size: 50, track_total_hits: true, sort }));
  for (let at = 0; at < 21; at++) {
    const page = { request, size: 50, whole: true, names: ['id'] };
    pages.push((await timed(() => client.ranges.readRange(page))).ms);
    byCurl.push(await curlMs(`${clusterUrl()}/${archive.pattern}/_search`, body));
  }
  const [page = 0, curl = 0] = [pages, byCurl].map((all) => all.sort((a, b) => a - b)[all.length >> 1]);
  console.log(
    `a page of 50 whole sessions: ${page.toFixed(1)} ms, over curl: +${(page - curl).toFixed(1)} ms (budget +30 ms)`,
  );
  const facets = { request, facets: [...keptFacets, 'hour', 'weekday'], choices: [], ranges: [], zone: 'Europe/Paris' };
  console.log(
    `all facets counted over all: ${(await timed(() => client.ranges.countFacets(facets))).ms.toFixed(0)} ms`,
  );
  const aggs = {
    agents: {
      terms: { field: 'agent_information.name' },
      aggs: { duration: { avg: { field: 'channel_data.duration' } } },
    },
    weeks: { date_histogram: { field: 'session_start_time', calendar_interval: 'week' } },
  };
  const counted = await timed(() => client.ranges.aggregate({ request, aggs, now }));
  console.log(`agents with their durations, and weeks, counted over all: ${counted.ms.toFixed(0)} ms`);
  const expect = [{ no: { term: { 'channel_data.status_code': 200 } } }, { total: { gte: 1 } }];
  const query = { from_date: request.range.from.toISOString(), to_date: request.range.to.toISOString(), expect };
  const { signal } = new AbortController();
  const checked = await timed(() => checkQuery({ query, now, signal, subject: { client } }));
  console.log(`what is expected of all, checked: ${checked.ms.toFixed(0)} ms`);
  const maps = new PathMaps(() => undefined);
  const mapped = await timed(() => collectSessions({ request, client, fields: pathMapsFields }, [maps]));
  const { sessions, withoutPath } = maps.map();
  if (sessions + withoutPath !== count) throw new Error(`mapped ${sessions} and ${withoutPath} of ${count}`);
  console.log(
    `the path map of all: ${mapped.ms.toFixed(0)} ms, ${((count / mapped.ms) * 1000).toFixed(0)} sessions a second, by the processor ${(mapped.cpuMs / count).toFixed(3)} ms a session`,
  );
}

/** How long curl says that an answer took, without its own start. */
async function curlMs(url: string, body: string): Promise<number> {
  const given = ['-sS', '-o', '/dev/null', '--noproxy', '*', '-w', '%{time_total}'];
  const asked = ['-H', 'Content-Type: application/json', '--data-binary', `@${body}`, url];
  const curl = spawn('curl', [...given, ...asked], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  curl.stdout.on('data', (text) => (said += String(text)));
  await once(curl, 'close');
  return Number(said) * 1000;
}

async function theirWriting(official: OfficialClient, origin: string, round: number): Promise<void> {
  const { successful } = await official.helpers.bulk({
    datasource: documentsOf(origin),
    concurrency: 3,
    flushBytes: 4 * 1024 * 1024,
    onDocument: ({ id, session_start_time: start }) => ({
      index: { _index: `bench-theirs-${round}-${start.slice(0, 7)}`, _id: id },
    }),
  });
  if (successful !== count) throw new Error(`the official client wrote ${successful} of ${count}`);
}

async function theirReading(official: OfficialClient, { pattern }: TestArchive): Promise<void> {
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
}

/** Sends the files as they are, with a connection that is kept. */
async function sendFiles(files: readonly string[], round: number): Promise<void> {
  const ndjson = ['-H', 'Content-Type: application/x-ndjson'];
  const sending = files.flatMap((file, at) => [
    ...(at > 0 ? ['--next'] : []),
    ...['-sS', '-o', '/dev/null', '--noproxy', '*', ...ndjson, '--data-binary', `@${file}`],
    `${clusterUrl()}/bench-curl-${round}-all/_bulk`,
  ]);
  const [code] = await once(spawn('curl', sending, { stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`curl ended with ${code}`);
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
    const lines = Buffer.concat(bulkDocument({ id, start, json }, 'bench-*').pieces)
      .toString()
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

/** How long something took, by the clock, and by the processor in this process. */
interface Took {
  readonly ms: number;
  readonly cpuMs: number;
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const began = performance.now();
  const used = process.cpuUsage();
  await work();
  return { ms: performance.now() - began, cpuMs: cpuSince(used) };
}

function cpuSince(used: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000;
}

function median(all: readonly Took[]): Took | undefined {
  return [...all].sort((a, b) => a.ms - b.ms)[(all.length - 1) >> 1];
}

function ratio(ours: Took | undefined, theirs: Took | undefined): string {
  const one = (name: string, a = 0, b = 1): string =>
    `${(a / b).toFixed(2)}x by the ${name} (${a.toFixed(0)} over ${b.toFixed(0)} ms)`;
  return `${one('clock', ours?.ms, theirs?.ms)}, ${one('processor', ours?.cpuMs, theirs?.cpuMs)}`;
}
