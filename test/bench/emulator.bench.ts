import { performance } from 'node:perf_hooks';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import { analyse } from '../../src/domain/tokens/analyse.ts';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import { readFilter } from '../../src/emulator/search/filter.ts';
import { search } from '../../src/emulator/search/search.ts';
import { readSearchParameters } from '../../src/emulator/search/searchParameters.ts';
import { SessionIndex } from '../../src/emulator/search/sessionIndex.ts';

const now = new Date('2026-06-01T12:00:00Z');
const count = 100_000;

/** Sample sessions over and over, each with an id and a start of its own, and a short flow path so that so many fit into memory. */
function manySessions(): SessionDocument[] {
  const samples = sampleSessions(now);
  return Array.from({ length: count }, (_, at) => {
    const sample = samples[at % samples.length] ?? {};
    const start = new Date(now.getTime() - 1000 - Math.floor((at / count) * 59 * 86_400_000));
    return {
      ...sample,
      id: `session-${at}`,
      session_start_time: start.toISOString().slice(0, 23),
      source: String(447_700_900_000 + (at % 30_000)),
      flow_path: sample.flow_path?.slice(0, 4) ?? null,
    };
  });
}

const filters: Record<string, unknown> = {
  'one term': { must: [{ term: { 'agent_information.name': 'Northgate Bank Assistant' } }] },
  'rare term': { must: [{ term: { source: '447700901234' } }] },
  'match of five words': { must: [{ match: { 'transcription.user': 'where is my order please' } }] },
  'must, must_not and should': {
    must: [{ match: { 'transcription.user': 'no' } }, { term: { status: 'ended' } }],
    must_not: [{ term: { 'tags_list.tag': 'swearing' } }, { term: { 'channel_data.status_code': 200 } }],
    should: [{ term: { channel: 'voice' } }, { term: { channel: 'telephony' } }],
  },
  '2,000 clauses': {
    should: Array.from({ length: 2000 }, (_, at) => ({
      match: { 'transcription.user': ['order', 'no', 'yes', 'my', 'is', 'it'][at % 6] },
    })),
  },
  '200 clauses': {
    should: Array.from({ length: 200 }, (_, at) => ({ term: { source: String(447_700_900_000 + at) } })),
  },
};

const sorts = ['session_start_time:desc', 'agent_information.name:asc,channel_data.duration:desc', 'id:desc'];

function parameters(filter: unknown, sort: string) {
  return readSearchParameters(
    new URLSearchParams({
      from_date: new Date(now.getTime() - 60 * 86_400_000).toISOString().slice(0, 19),
      to_date: now.toISOString().slice(0, 19),
      filter_by: JSON.stringify(filter),
      sort_by: sort,
      page_size: '50',
    }),
  );
}

function timed<T>(action: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = action();
  return { ms: performance.now() - start, result };
}

function fastestOf(times: number, action: () => unknown): number {
  return Math.min(...Array.from({ length: times }, () => timed(action).ms));
}

/** What a search costs without an index: each session is looked at, its words taken anew. */
function scan(sessions: readonly SessionDocument[], word: string): number {
  let found = 0;
  for (const session of sessions) {
    const lines = (session.transcription ?? []) as readonly ({ user?: string } | null)[];
    if (lines.some((line) => line?.user && analyse(line.user).includes(word))) found++;
  }
  return found;
}

const sessions = manySessions();
const before = process.memoryUsage().heapUsed;
const built = timed(() => new SessionIndex(sessions).complete());
const index = built.result;
const firstSorts = sorts.map((sort) => timed(() => search(index, parameters({}, sort))).ms);
const memory = process.memoryUsage().heapUsed - before;
process.stdout.write(
  `emulator: ${count} sessions indexed in ${(built.ms / 1000).toFixed(1)} s, ${Math.round(memory / 2 ** 20)} MiB\n`,
);
process.stdout.write(`emulator, first sort by a field: ${Math.max(...firstSorts).toFixed(0)} ms\n`);

let slowest = 0;
for (const [name, filter] of Object.entries(filters)) {
  readFilter(filter);
  for (const sort of sorts) {
    const ms = fastestOf(5, () => search(index, parameters(filter, sort)));
    slowest = Math.max(slowest, ms);
    process.stdout.write(`emulator, ${name}, ${sort}: ${ms.toFixed(1)} ms\n`);
  }
}
const scanned = fastestOf(2, () => scan(sessions, 'order'));
const indexed = fastestOf(5, () =>
  search(index, parameters({ must: [{ match: { 'transcription.user': 'order' } }] }, 'id:asc')),
);
process.stdout.write(`emulator, plain scan over indexed search: ${(scanned / indexed).toFixed(1)}\n`);
process.stdout.write(`emulator, slowest query over the budget of 100 ms: ${(slowest / 100).toFixed(2)}\n`);
