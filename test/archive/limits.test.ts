import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { ArchiveError } from '../../src/archive/client/archiveError.ts';
import { asRecord } from '../../src/domain/json/looseValues.ts';
import type { Filter, SearchRequest } from '../../src/domain/query/request.ts';
import { searchParameters } from '../../src/domain/query/request.ts';
import { search } from '../../src/emulator/search/search.ts';
import { readSearchParameters } from '../../src/emulator/search/searchParameters.ts';
import { SessionIndex } from '../../src/emulator/search/sessionIndex.ts';
import { archiveSentence } from '../../src/words/archiveSentence.ts';
import { always, control, TestArchive } from './support/cluster.ts';

/** Settings of a cluster are changed. */
const notOurs = control ? false : 'the cluster is somebody else’s';
const archive = new TestArchive('limits');
/** More than a page of whole sessions. */
const sessions = Array.from({ length: 1260 }, (_, at) => ({
  id: `l${String(at).padStart(4, '0')}`,
  session_start_time: new Date(Date.UTC(2026, 2, 1, 10) + at * 1000).toISOString().slice(0, 19),
  status: `s${at}`,
  channel_data: { duration: at },
  transcription: [{ user: `w${at} said w${at * 50}` }],
  params: { order: { value: `${at}` } },
}));
const index = new SessionIndex(sessions);
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 30);
const words = (count: number) =>
  numbers(count)
    .map((at) => `w${at}`)
    .join(' ');

const filters: readonly (readonly [what: string, filter: Filter])[] = [
  ['a text of more words than it takes', { must: [{ match: { 'transcription.user': words(3000) } }] }],
  ['the same word again and again', { must: [{ match: { 'transcription.user': 'w30 '.repeat(3000) } }] }],
  [
    'all of the same word again and again',
    { must: [{ match: { 'transcription.user': { query: 'w30 '.repeat(3000), operator: 'and' } } }] },
  ],
  ['more alternatives than it takes', { should: numbers(3000).map((at) => ({ term: { status: `s${at}` } })) }],
  ['more numbers', { should: numbers(3000).map((at) => ({ term: { 'channel_data.duration': at } })) }],
  ['more that none may be', { must_not: numbers(3000).map((at) => ({ term: { status: `s${at}` } })) }],
  [
    'more parameters',
    {
      should: numbers(3000).map((at) => ({ term: { 'parameters.order': `${at}` } })),
      must: [{ term: { id: 'l0040' } }],
    },
  ],
];

/** Sets a limit of all nodes, and takes it back. */
async function limited(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const set = (to: unknown) => archive.ask('PUT', ['_cluster', 'settings'], { transient: { [name]: to } });
  await set(value);
  try {
    await work();
  } finally {
    await set(null);
  }
}

async function sentenceOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => assert.fail('answered'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ArchiveError, String(error));
  return archiveSentence(error);
}

describe('the limits of an engine', () => {
  before(() => archive.write(sessions));
  after(() => archive.remove());

  for (const [what, filterBy] of filters)
    it(`do not keep it from finding ${what}`, async () => {
      const asked: SearchRequest = { ...always, filterBy, sortBy: [{ field: 'id', direction: 'asc' }], pageSize: 2000 };
      const day = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-03-02T00:00:00Z') };
      const parameters = searchParameters(asked, day, 0);
      const { hits } = search(
        index,
        readSearchParameters(new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]))),
      );
      const found = await archive.client.search(searchParameters(asked, day, 0));
      assert.ok(hits.length > 0);
      assert.deepEqual(
        found.hits.map(({ id }) => id),
        hits.map((hit) => asRecord(hit).id),
      );
    });

  it('are told where nothing else helps: more conditions that must all hold', async () => {
    const filterBy = { must: numbers(3000).map((at) => ({ match: { 'transcription.user': `w${at}` } })) };
    const { name, version } = (await archive.client.facts()).engine;
    const asked = archive.client.ranges.readRange({
      request: { ...always, filterBy },
      size: 10,
      whole: true,
      names: [],
    });
    // Elasticsearch 8 takes as many as it has memory for.
    if (name === 'Elasticsearch' && Number.parseInt(version, 10) >= 8)
      return assert.equal((await asked).total.count, 0);
    assert.match(await sentenceOf(asked), /more words and conditions than the cluster takes at once/);
  });

  it('of buckets are told of facets, and aggregations are counted here', { skip: notOurs }, () =>
    limited('search.max_buckets', 20, async () => {
      const facets = { request: always, facets: ['hour', 'status'], choices: [], ranges: [], zone: 'utc' };
      assert.match(await sentenceOf(archive.client.ranges.countFacets(facets)), /more groups than the cluster counts/);
      const aggs = { each: { terms: { field: 'status', size: 100 } } };
      const { total } = await archive.client.ranges.aggregate({ request: always, aggs, now: new Date() });
      assert.equal(total, sessions.length);
    }),
  );

  it('of moments are told to who reads all, and keep nobody from a page', { skip: notOurs }, async () => {
    if ((await archive.client.facts()).engine.name !== 'OpenSearch') return;
    await limited('search.max_open_pit_context', 0, async () => {
      assert.match(await sentenceOf(readAll()), /as many open searches as it may\. Try again in a few minutes/);
      const page = { request: always, size: 10, whole: true, names: [] };
      assert.equal((await archive.client.ranges.readRange(page)).rows.length, 10);
    });
  });

  it('of how long a moment is held are kept to', { skip: notOurs }, async () => {
    const isOpenSearch = (await archive.client.facts()).engine.name === 'OpenSearch';
    const most = isOpenSearch ? 'point_in_time.max_keep_alive' : 'search.max_keep_alive';
    await limited('search.default_keep_alive', '30s', () =>
      limited(most, '1m', async () => {
        const { ranges } = archive.clientFor(archive.pattern);
        const page = { request: always, size: 500, whole: false, names: ['id'], isSteady: true };
        const first = await ranges.readRange(page);
        assert.ok(first.next?.moment);
        const second = await ranges.readRange({ ...page, after: first.next });
        assert.equal(second.rows.length, 500);
        await ranges.endRange(second.next ?? first.next);
      }),
    );
  });

  it('of how long a moment is held lose nothing: another goes on where it ended', async () => {
    const { ranges } = archive.client;
    const page = { request: always, size: 700, whole: false, names: ['id'], isSteady: true };
    const first = await ranges.readRange(page);
    assert.ok(first.next?.moment);
    await ranges.endRange(first.next);
    const second = await ranges.readRange({ ...page, after: first.next });
    assert.equal(second.next, undefined);
    assert.equal(new Set([...first.rows, ...second.rows].map(({ members }) => members.id)).size, sessions.length);
  });

  it('of moments are not come near to: none stays after reading, stopping and cancelling', async () => {
    for (const stops of [Number.POSITIVE_INFINITY, 0]) {
      let read = 0;
      const reading = readSessions({ request: always, client: archive.client, whole: true });
      for await (const { rows } of reading) {
        read += rows.length;
        if (read > stops) break;
      }
      assert.ok(read > 0);
    }
    const stopping = new AbortController();
    const { signal } = stopping;
    const cancelled = async (): Promise<void> => {
      for await (const _ of readSessions({ request: always, client: archive.client, whole: true, signal }))
        stopping.abort();
    };
    assert.equal(((await cancelled().catch((error: unknown) => error)) as Error | undefined)?.name, 'InsightsError');
    // Who stopped does not wait for the answer to the end of a moment, which none would come to by itself within this time.
    let held = await heldMoments();
    for (let tries = 0; tries < 100 && held.some((count) => count > 0); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      held = await heldMoments();
    }
    assert.deepEqual([...new Set(held)], [0]);
  });
});

/** Reads everything. */
async function readAll(): Promise<void> {
  for await (const { rows } of readSessions({ request: always, client: archive.client, whole: true }))
    assert.ok(rows.length > 0);
}

/** How many each node holds of what pages are of: its name differs between the engines. */
async function heldMoments(): Promise<readonly number[]> {
  const stats = asRecord(await archive.ask('GET', ['_nodes', 'stats', 'indices', 'search']));
  const searches = Object.values(asRecord(stats.nodes)).map((node) =>
    asRecord(asRecord(asRecord(node).indices).search),
  );
  return searches.map(({ point_in_time_current: moments, open_contexts: contexts }) => Number(moments ?? contexts));
}
