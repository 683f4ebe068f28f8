import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDispatcher } from '../../src/api/client/dispatcher.ts';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { bulkDocument } from '../../src/archive/writing/bulkDocument.ts';
import { encodeParameters, searchParameters } from '../../src/domain/query/request.ts';
import { splitIntoWindows } from '../../src/domain/time/dates.ts';
import { clusterUrl, TestArchive } from '../archive/support/cluster.ts';
import { archiveAll, days, newest, request, retry } from './support/archiving.ts';
import { askAll, tellSize } from './support/askArchive.ts';
import { serve, startService } from './support/exportService.ts';
import type { OfficialClient } from './support/officialClient.ts';
import { officialClient } from './support/officialClient.ts';
import type { Took } from './support/took.ts';
import { timed } from './support/took.ts';
import { withNodes } from './support/withNodes.ts';

// Whole sessions from a service into three nodes, and back: beside what one would write with the official client, and beside curl, which
// sends ready files (budget: 1.25x the official client; memory flat), and what is asked of all of them. What is compared is timed in turn, by
// the clock and by the processor: the nodes may share it with us. Each ends when what it wrote can be searched. COUNT says how many, ROUNDS how
// many turns. The nodes write some first that nobody times.
const count = Number(process.env.COUNT ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const warmUp = 20_000;
const pageSize = 200;
const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });

type Way = 'ours' | 'theirs' | 'curl' | 'readOurs' | 'readTheirs';

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
    await warm(files);
    const times: Record<Way, Took[]> = {
      ours: [],
      theirs: [],
      curl: [],
      readOurs: [],
      readTheirs: [],
    };
    const ours = async (round: number): Promise<void> => {
      const archive = new TestArchive(`bench-${round}`);
      const write = () => archiveAll({ origin: service.origin, archive, count, tells: round === 0 });
      times.ours.push(await withNodes(write));
      times.readOurs.push(await timed(() => readAll(archive)));
      times.readTheirs.push(await timed(() => theirReading(official, archive)));
      if (round === 0) await tellSize(archive, count);
      if (round === 0) await askAll(archive, count);
      await archive.remove();
    };
    const others = async (round: number): Promise<void> => {
      for (const [name, write] of [
        ['theirs', () => theirWriting(official, service.origin, round)],
        ['curl', () => sendFiles(files, round)],
      ] as const) {
        const other = new TestArchive(name, { pattern: `bench-${name}-${round}-*` });
        // The same template, made by writing nothing.
        await other.write([]);
        times[name].push(await withNodes(() => timed(write)));
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
function report(times: Readonly<Record<Way, readonly Took[]>>): void {
  const [ours, theirs, curl] = [times.ours, times.theirs, times.curl].map(median);
  const [readOurs, readTheirs] = [times.readOurs, times.readTheirs].map(median);
  console.log(
    `archiving ${count} whole sessions: ${ours?.ms.toFixed(0)} ms, ${((count / (ours?.ms ?? 1)) * 1000).toFixed(0)} a second`,
  );
  console.log(`over the official client: ${ratio(ours, theirs)} (budget 1.25x)`);
  const nodes = (took: Took | undefined): string => ((took?.nodesMs ?? 0) / count).toFixed(2);
  console.log(
    `the nodes took ${nodes(ours)} ms of processor a session, of the official client's ${nodes(theirs)}, of curl's ${nodes(curl)}`,
  );
  console.log(`over curl, which sends ready files and reads nothing: ${ratio(ours, curl)}`);
  console.log(
    `reading them again: ${readOurs?.ms.toFixed(0)} ms, over the official client: ${ratio(readOurs, readTheirs)} (budget 1.25x)`,
  );
}

/** Nodes that have just started take twice the time. */
async function warm(files: readonly string[]): Promise<void> {
  const some = files.slice(0, Math.ceil((files.length * warmUp) / count));
  for (let sent = 0; sent < warmUp; sent += count) {
    const archive = new TestArchive('warm', { pattern: `bench-curl-warm${sent}-*` });
    await archive.write([]);
    await sendFiles(some, `warm${sent}`);
    await archive.remove();
  }
}

async function readAll(archive: TestArchive): Promise<void> {
  let read = 0;
  for await (const { rows } of readSessions({ request, client: archive.client, whole: true })) read += rows.length;
  if (read !== count) throw new Error(`read ${read} of ${count}`);
}

async function theirWriting(official: OfficialClient, origin: string, round: number): Promise<void> {
  const { successful } = await official.helpers.bulk({
    datasource: documentsOf(origin),
    concurrency: 3,
    flushBytes: 4 * 1024 * 1024,
    refreshOnCompletion: `bench-theirs-${round}-*`,
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

/** Sends the files as they are, with a connection that is kept, and makes them searchable. */
async function sendFiles(files: readonly string[], round: number | string): Promise<void> {
  const index = `${clusterUrl()}/bench-curl-${round}-all`;
  const ndjson = ['-H', 'Content-Type: application/x-ndjson'];
  const sending = files.flatMap((file, at) => [
    ...(at > 0 ? ['--next'] : []),
    ...['-sS', '-o', '/dev/null', '--noproxy', '*', ...ndjson, '--data-binary', `@${file}`],
    `${index}/_bulk`,
  ]);
  const refreshing = ['--next', '-sS', '-o', '/dev/null', '--noproxy', '*', '-X', 'POST', `${index}/_refresh`];
  const [code] = await once(spawn('curl', [...sending, ...refreshing], { stdio: 'inherit' }), 'exit');
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

function median(all: readonly Took[]): Took | undefined {
  return [...all].sort((a, b) => a.ms - b.ms)[(all.length - 1) >> 1];
}

function ratio(ours: Took | undefined, theirs: Took | undefined): string {
  const one = (name: string, a = 0, b = 1): string =>
    `${(a / b).toFixed(2)}x by the ${name} (${a.toFixed(0)} over ${b.toFixed(0)} ms)`;
  return `${one('clock', ours?.ms, theirs?.ms)}, ${one('processor', ours?.cpuMs, theirs?.cpuMs)}`;
}
