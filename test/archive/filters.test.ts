import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { searchSessions } from '../../src/api/search/searchSessions.ts';
import { writeJson } from '../../src/domain/json/writeJson.ts';
import type { Filter, SearchRequest } from '../../src/domain/query/request.ts';
import { searchParameters } from '../../src/domain/query/request.ts';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import { Refusal } from '../../src/emulator/search/refusal.ts';
import { search } from '../../src/emulator/search/search.ts';
import { readSearchParameters } from '../../src/emulator/search/searchParameters.ts';
import { SessionIndex } from '../../src/emulator/search/sessionIndex.ts';
import { TestArchive } from './support/cluster.ts';
import { chance, odd, paths, seed, sessions, valueFor } from './support/judged.ts';

const queries = Number(process.env.INSIGHTS_QUERIES ?? 2000);
const range = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-05-31T00:00:00Z') };

const index = new SessionIndex(sessions);
const archive = new TestArchive('filters');
const sortable = [
  'session_start_time',
  'session_end_time',
  'status',
  'source',
  'channel_data.duration',
  'flow_path.execution_time',
  'request_ids',
  'agent_information',
  'flow_path.synchronized',
  'params_list.completed',
  'flow_path.response.code',
];

function clause(): unknown {
  const path = chance.one(paths);
  const value = valueFor(path);
  if (chance.of(0.5)) return { term: { [path]: chance.of(0.8) ? value : { value } } };
  return { match: { [path]: chance.of(0.7) ? value : { query: value, operator: chance.one(['and', 'or']) } } };
}

function bool(depth = 0): Filter {
  const clauses = (most: number): unknown[] =>
    Array.from({ length: chance.between(0, most) }, () =>
      depth < 2 && chance.of(0.15) ? { bool: bool(depth + 1) } : clause(),
    );
  const filter: Record<string, unknown> = {};
  if (chance.of(0.5)) filter.must = clauses(1);
  if (chance.of(0.5)) filter.must_not = clauses(2);
  if (chance.of(0.6)) filter.should = clauses(3);
  return filter as Filter;
}

function request(): SearchRequest {
  const day = (): Date =>
    new Date(
      Date.UTC(2026, chance.between(0, 4), chance.between(1, 28), chance.between(0, 23), 0, chance.between(0, 59)),
    );
  const [from, to] = [day(), day()].sort((a, b) => a.getTime() - b.getTime());
  const keys = Array.from({ length: chance.between(0, 2) }, () => ({
    field: chance.one(sortable as [string, ...string[]]),
    direction: chance.one(['asc', 'desc']),
  }));
  return {
    range: chance.of(0.5) && from && to ? { from, to } : range,
    filterBy: bool(),
    sortBy: [...keys, { field: 'id', direction: chance.one(['asc', 'desc']) }],
    projectFields: chance.one([['id'], ['id', 'status', 'channel_data.duration'], ['flow_path.node_id']]),
    pageSize: chance.between(1, 40),
    pageNumber: chance.of(0.3) ? chance.between(1, 3) : 0,
  };
}

/** What the emulator finds, its limit of 60 days aside. */
function emulated(asked: SearchRequest): { readonly ids: readonly unknown[]; readonly total: number } | 'refused' {
  try {
    const day = { from: asked.range.from, to: asked.range.from };
    const parameters = searchParameters(asked, day, asked.pageNumber).map(([name, value]): [string, string] => [
      name,
      value,
    ]);
    const read = readSearchParameters(new URLSearchParams(parameters));
    const last = Math.floor(asked.range.to.getTime() / 1000) * 1000 + 999;
    const { hits, total } = search(index, { ...read, last });
    return { ids: hits.map((hit) => (hit as SessionDocument).id), total };
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

async function archived(asked: SearchRequest): Promise<ReturnType<typeof emulated>> {
  const stream = searchSessions({ request: asked, client: archive.client });
  try {
    const ids: unknown[] = [];
    for await (const session of stream) {
      ids.push(session.id);
      if (ids.length === asked.pageSize) break;
    }
    return { ids, total: stream.total.count };
  } catch (error) {
    if (error instanceof Error && error.name === 'ArchiveError' && Reflect.get(error, 'problem') === 'refused')
      return 'refused';
    throw error;
  }
}

describe('a filter finds in an engine what it finds in the emulator', () => {
  before(async () => {
    const done = await archive.write(sessions);
    assert.equal(done.error, undefined);
    assert.equal(done.written, sessions.length);
    assert.equal(done.inArchive?.count, sessions.length);
  });
  after(() => archive.remove());

  it(`of ${queries} random queries the same sessions in the same order`, async () => {
    let found = 0;
    for (let at = 0; at < queries; at++) {
      const asked = request();
      const expected = emulated(asked);
      const actual = await archived(asked);
      assert.deepEqual(actual, expected, `query ${at} of seed ${seed}: ${JSON.stringify(asked)}`);
      if (expected !== 'refused') found += expected.total;
    }
    assert.ok(found > queries, `${found} sessions were found: too few to tell anything`);
  });

  it('a session comes back as it was written', async () => {
    for (const session of odd.slice(0, 100)) {
      const { session: back } = await archive.client.getSession(String(session.id), new Date());
      assert.equal(writeJson(back), writeJson(session));
    }
  });

  it('all of them, with their bytes', async () => {
    assert.equal((await archive.client.facts()).documents, sessions.length);
    assert.equal((await archive.client.facts()).mapping, 'ours');
  });
});
