import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkQuery } from '../../../src/api/checks/checkQuery.ts';
import { collectSessions } from '../../../src/api/reading/collectSessions.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { keptFacets } from '../../../src/domain/results/facets/sessionFacets.ts';
import { PathMaps, pathMapsFields } from '../../../src/results/analysis/pathMaps.ts';
import type { TestArchive } from '../../archive/support/cluster.ts';
import { clusterUrl } from '../../archive/support/cluster.ts';
import { newest, request } from './archiving.ts';
import { timed } from './took.ts';

/** What is counted over all: agents with their durations, and weeks. */
export const aggs = {
  agents: {
    terms: { field: 'agent_information.name' },
    aggs: { duration: { avg: { field: 'channel_data.duration' } } },
  },
  weeks: { date_histogram: { field: 'session_start_time', calendar_interval: 'week' } },
};

/** Says what the sessions take on disk, without replicas. */
export async function tellSize(archive: TestArchive, count: number): Promise<void> {
  await archive.ask('POST', [archive.pattern, '_flush']);
  const stats = asRecord(await archive.ask('GET', [archive.pattern, '_stats', 'store']));
  const bytes = Number(asRecord(asRecord(asRecord(stats._all).primaries).store).size_in_bytes);
  const perMillion = (bytes / count) * 1e6;
  console.log(`primaries: ${(bytes / 1e9).toFixed(2)} GB, ${(perMillion / 1e9).toFixed(1)} GB for a million sessions`);
}

/** Says how long a page takes beside curl, and what is counted and mapped over everything. */
export async function askAll(archive: TestArchive, count: number): Promise<void> {
  const { client } = archive;
  const now = new Date(newest);
  await tellPages(archive);
  const facets = { request, facets: [...keptFacets, 'hour', 'weekday'], choices: [], ranges: [], zone: 'Europe/Paris' };
  await tell('all facets counted over all', () => client.ranges.countFacets(facets));
  await tell('agents with their durations, and weeks, counted over all', () =>
    client.ranges.aggregate({ request, aggs, now }),
  );
  const expect = [{ no: { term: { 'channel_data.status_code': 200 } } }, { total: { gte: 1 } }];
  const query = { from_date: request.range.from.toISOString(), to_date: request.range.to.toISOString(), expect };
  const { signal } = new AbortController();
  await tell('what is expected of all, checked', () => checkQuery({ query, now, signal, subject: { client } }));
  const maps = new PathMaps(() => undefined);
  const mapped = await timed(() => collectSessions({ request, client, fields: pathMapsFields }, [maps]));
  const { sessions, withoutPath } = maps.map();
  if (sessions + withoutPath !== count) throw new Error(`mapped ${sessions} and ${withoutPath} of ${count}`);
  const perSecond = ((count / mapped.ms) * 1000).toFixed(0);
  const byProcessor = (mapped.cpuMs / count).toFixed(3);
  console.log(
    `the path map of all: ${mapped.ms.toFixed(0)} ms, ${perSecond} sessions a second, by the processor ${byProcessor} ms a session`,
  );
}

async function tell(name: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`${name}: ${(await timed(work)).ms.toFixed(0)} ms`);
}

async function tellPages({ client, pattern }: TestArchive): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insights-page-bench-'));
  const pages: number[] = [];
  const byCurl: number[] = [];
  const body = join(folder, 'page.json');
  const sort = [{ session_start_time: 'desc' }, { id: 'asc' }];
  await writeFile(body, JSON.stringify({ size: 50, track_total_hits: true, sort }));
  for (let at = 0; at < 21; at++) {
    const page = { request, size: 50, whole: true, names: ['id'] };
    pages.push((await timed(() => client.ranges.readRange(page))).ms);
    byCurl.push(await curlMs(`${clusterUrl()}/${pattern}/_search`, body));
  }
  await rm(folder, { recursive: true });
  const [page = 0, curl = 0] = [pages, byCurl].map((all) => all.sort((a, b) => a - b)[all.length >> 1]);
  console.log(
    `a page of 50 whole sessions: ${page.toFixed(1)} ms, over curl: +${(page - curl).toFixed(1)} ms (budget +30 ms)`,
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
