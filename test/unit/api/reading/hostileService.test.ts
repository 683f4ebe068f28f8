import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTotal } from '../../../../src/api/client/answerShapes.ts';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { collectSessions } from '../../../../src/api/reading/collectSessions.ts';
import { readSessions } from '../../../../src/api/reading/readSessions.ts';
import { searchSessions } from '../../../../src/api/search/searchSessions.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import type { Fault } from '../../../../src/emulator/faults/faults.ts';
import { startService } from '../client/wire.ts';
import { quick, withEmulator } from '../search/emulated.ts';

const newest = Date.parse('2026-06-01T12:00:00Z');
const hour = 3_600_000;
const timeOf = (time: number): string => `${new Date(time).toISOString().slice(0, 23)}000`;

/** One every four hours, over a week. */
const sessions = Array.from({ length: 40 }, (_, at) => ({
  id: `s${at}`,
  session_start_time: timeOf(newest - at * 4 * hour - 777),
  agent_information: { name: 'abc'.charAt(at % 3) },
})) as SessionDocument[];

const request: SearchRequest = {
  range: { from: new Date(newest - 100 * hour), to: new Date(newest) },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 5,
  pageNumber: 0,
};
/** Those of the range. */
const wanted = 25;
const byAgent = { sortBy: [{ field: 'agent_information.name', direction: 'asc' as const }] };

async function run(client: Pick<InsightsClient, 'search' | 'searchPage'>, change: Partial<SearchRequest> = {}) {
  const stream = searchSessions({ request: { ...request, ...change }, client });
  const ids = new Set<unknown>();
  let given = 0;
  for await (const { id } of stream) {
    ids.add(id);
    given++;
  }
  const { missing, moved, outside, filterUnheeded, unchecked } = stream;
  return { ids: ids.size, given, missing, moved, outside, filterUnheeded, unchecked };
}

const readerOf = (client: Pick<InsightsClient, 'search' | 'searchPage'>, change: Partial<SearchRequest> = {}) =>
  readSessions({ request: { ...request, ...change }, client, whole: true, pause: async () => {} });

async function read(client: Pick<InsightsClient, 'search' | 'searchPage'>) {
  const reader = readerOf(client);
  let given = 0;
  for await (const { rows } of reader) given += rows.length;
  const missing = reader.missing.reduce((sum, { count = 0 }) => sum + count, 0);
  return { given, missing, outside: reader.outside };
}

interface Counting {
  readonly hits: number;
  readonly total: number;
}

const facing = (fault: Fault, use: (client: InsightsClient, asked: () => number) => Promise<void>) =>
  withEmulator({ sessions, faults: { seed: 5, rules: [{ fault }] } }, ({ client, asked }) =>
    use(client, () => asked().length),
  );

/** A service that says the same whatever it is asked. */
async function answeringAlways(answer: object, use: (client: InsightsClient, asked: () => number) => Promise<void>) {
  let asked = 0;
  const { port, close } = await startService((_request, response) => {
    asked++;
    response.end(JSON.stringify(answer));
  });
  const dispatcher = createDispatcher(quick);
  try {
    await use(new InsightsClient({ origin: `http://127.0.0.1:${port}`, key: 'some-key', dispatcher }), () => asked);
  } finally {
    await dispatcher.destroy();
    close();
  }
}

describe('a service', () => {
  for (const by of [1, 1000]) {
    it(`that counts ${by} more than it has gives all, and is not asked for ever`, () =>
      facing({ kind: 'falseTotal', by }, async (client, asked) => {
        const { given, missing } = await read(client);
        assert.equal(given, wanted);
        assert.ok(missing >= by, `${missing}`);
        assert.ok(asked() < 5000, `${asked()} requests`);
        const before = asked();
        const found = await run(client);
        assert.deepEqual([found.given, found.missing], [wanted, by]);
        assert.ok(asked() - before < 100, `${asked() - before} requests of a run`);
      }));
  }

  it('that heeds neither pages nor order is read by its dates', () =>
    facing({ kind: 'unheeded', parameters: ['page_number', 'page_size', 'sort_by'] }, async (client, asked) => {
      const found = await run(client);
      assert.ok(found.given + found.missing >= wanted, `${found.given} given, ${found.missing} missing`);
      const { given, missing } = await read(client);
      assert.ok(given + missing >= wanted, `${given} given, ${missing} missing`);
      assert.ok(asked() < 5000, `${asked()} requests`);
    }));

  it('that answers everything alike is not asked for ever, and what is missing is told', () =>
    answeringAlways({ total: 130, hits: sessions.slice(0, 10) }, async (client, asked) => {
      for (const change of [{}, byAgent]) {
        const { given, missing } = await run(client, { ...change, pageSize: 10 });
        assert.deepEqual([given, missing], [10, 120]);
      }
      assert.ok(asked() < 100, `${asked()} requests of two runs`);
      const { given, missing } = await read(client);
      assert.deepEqual([given, missing > 0], [10, true]);
      assert.ok(asked() < 20_000, `${asked()} requests`);
    }));

  const counts: Record<string, (answer: Counting, before: number) => number> = {
    'the sessions of its page': ({ hits }) => hits,
    nothing: () => 0,
    'half of what it has': ({ total }) => Math.floor(total / 2),
    'fewer with each answer': ({ total }, before) => Math.max(0, total - before),
  };
  for (const [what, count] of Object.entries(counts)) {
    it(`that counts ${what} gives all that it has`, () =>
      facing({ kind: 'latency', ms: 0 }, async (client, asked) => {
        let before = 0;
        const miscounting: Pick<InsightsClient, 'search' | 'searchPage'> = {
          search: async (...question) => {
            const answer = await client.search(...question);
            const total = count({ hits: answer.hits.length, total: answer.total.count }, before++);
            return { ...answer, total: readTotal(total, answer.hits.length) };
          },
          searchPage: async (...question) => {
            const answer = await client.searchPage(...question);
            const total = count({ hits: answer.rows.length, total: answer.total.count }, before++);
            return { ...answer, total: readTotal(total, answer.rows.length) };
          },
        };
        for (const change of [{}, byAgent]) assert.equal((await run(miscounting, change)).given, wanted);
        assert.equal((await read(miscounting)).given, wanted);
        assert.ok(asked() < 1000, `${asked()} requests`);
      }));
  }

  it('whose counts change by themselves is not asked for ever', () =>
    facing({ kind: 'latency', ms: 0 }, async (client, asked) => {
      const restless: Pick<InsightsClient, 'search' | 'searchPage'> = {
        search: client.search.bind(client),
        searchPage: async (...question) => {
          const { rows, total, ...answer } = await client.searchPage(...question);
          return { ...answer, rows: rows.slice(0, 3), total: { ...total, count: total.count + 1 + (asked() % 5) } };
        },
      };
      const reader = readerOf(restless, { range: { ...request.range, from: new Date(newest - 24 * hour) } });
      let given = 0;
      for await (const { rows } of reader) given += rows.length;
      assert.deepEqual([given, reader.missing.length > 0], [6, true]);
      assert.ok(asked() < 3000, `${asked()} requests`);
    }));

  it('that leaves dates out of account is told of by what it gave, which is all there', () =>
    facing({ kind: 'unheeded', parameters: ['from_date'] }, async (client) => {
      const other = sessions.length - wanted;
      assert.deepEqual(await read(client), { given: sessions.length, missing: 0, outside: other });
      const { given, outside } = await run(client);
      assert.deepEqual([given, outside], [sessions.length, other]);
    }));

  it('that leaves the filter out of account is told of by what it gave, which is all there', async () => {
    const asked = { filterBy: { must: [{ term: { 'agent_information.name': 'b' } }] } };
    const answers = async (client: InsightsClient) => {
      const { given, filterUnheeded } = await run(client, asked);
      const reader = readerOf(client, asked);
      let exported = 0;
      for await (const { rows } of reader) exported += rows.length;
      // For what is counted of it, nothing of a session is read but what decides.
      const collected = await collectSessions({ request: { ...request, ...asked }, client, fields: [] }, []);
      assert.deepEqual([exported, collected.read], [given, given]);
      return [given, filterUnheeded, reader.filterUnheeded, collected.filterUnheeded ?? false];
    };
    const heeding = { kind: 'latency', ms: 0 } as const;
    const unheeding = { kind: 'unheeded', parameters: ['filter_by'] } as const;
    await facing(heeding, async (client) => assert.deepEqual(await answers(client), [8, false, false, false]));
    await facing(unheeding, async (client) => assert.deepEqual(await answers(client), [wanted, true, true, true]));
  });

  it('that takes `should` as optional beside `must` is told of', () => {
    const agents = (...names: string[]) => names.map((name) => ({ term: { 'agent_information.name': name } }));
    const of = async (client: InsightsClient, filterBy: object) => {
      const { given, filterUnheeded } = await run(client, { filterBy });
      return [given, filterUnheeded];
    };
    return facing({ kind: 'optionalShould' }, async (client) => {
      const must = agents('a');
      assert.deepEqual(await of(client, { must, should: agents('b', 'c') }), [9, true]);
      assert.deepEqual(await of(client, { must, should: agents('a', 'c') }), [9, false]);
      assert.deepEqual(await of(client, { should: agents('b', 'c') }), [16, false]);
    });
  });

  it('that has several sessions of one id gives each', () => {
    const twins = sessions.slice(0, wanted).map((session, at) => (at % 10 === 3 ? { ...session, id: 's3' } : session));
    return answeringAlways({ total: wanted, hits: twins }, async (client) => {
      assert.deepEqual(await read(client), { given: wanted, missing: 0, outside: 0 });
      const { given, missing } = await run(client, { ...byAgent, pageSize: 100 });
      assert.deepEqual([given, missing], [wanted, 0]);
    });
  });

  it('that fails when rows that moved are looked for is no ground for certainty', () =>
    facing({ kind: 'latency', ms: 0 }, async (client) => {
      assert.deepEqual((await run(client, byAgent)).unchecked, false);
      const failing: Pick<InsightsClient, 'search' | 'searchPage'> = {
        searchPage: client.searchPage.bind(client),
        search: async (parameters, signal) => {
          const fields = new Map(parameters).get('project_fields');
          if (fields && !fields.includes('agent_information')) throw new Error('no more');
          return client.search(parameters, signal);
        },
      };
      const found = await run(failing, { ...byAgent, projectFields: ['id', 'agent_information.name'] });
      assert.deepEqual([found.given, found.moved, found.unchecked], [wanted, 0, true]);
    }));
});
