import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SessionReader } from '../../../../src/api/reading/readSessions.ts';
import { Runs } from '../../../../src/api/runs/runs.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { Fault, FaultRule } from '../../../../src/emulator/faults/faults.ts';
import type { Emulated } from '../search/emulated.ts';
import { withEmulator } from '../search/emulated.ts';

/** Three windows, a few crowded seconds among them. */
const sessions = Array.from({ length: 400 }, (_, at) => ({
  id: `s${String((at * 7919) % 400).padStart(3, '0')}`,
  session_start_time: new Date(Date.UTC(2026, 0, 1) + Math.floor(at / (at % 5 === 0 ? 1 : 40)) * 29_000_000)
    .toISOString()
    .replace('Z', '001'),
  source: '447700900123',
}));
const request: SearchRequest = {
  range: { from: new Date('2025-12-31T00:00:00Z'), to: new Date('2026-06-30T00:00:00Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 40,
  pageNumber: 0,
};

async function read({ client }: Emulated) {
  const reader = new SessionReader({ request, client, whole: true, pause: async () => {} });
  const ids: string[] = [];
  for await (const { rows } of reader) ids.push(...rows.map(({ key }) => key));
  return { ids, missing: reader.missing.reduce((sum, { count = 1 }) => sum + count, 0) };
}

/** Those that are there now, in as few answers as there can be. */
async function held({ client }: Emulated): Promise<readonly string[]> {
  const edges = ['2025-12-31', '2026-02-15', '2026-04-10', '2026-06-01'];
  const ids: string[] = [];
  for (const [at, from] of edges.slice(0, -1).entries()) {
    const dates = [
      ['from_date', `${from}T00:00:00`],
      ['to_date', `${edges[at + 1]}T00:00:00`],
    ] as const;
    const { hits } = await client.search([...dates, ['page_size', '1000'], ['page_number', '0']]);
    ids.push(...hits.map(({ id }) => String(id)));
  }
  return ids;
}

const moving: readonly (readonly [what: string, faults: readonly Omit<FaultRule, 'times'>[]])[] = [
  ['sessions that come', [{ fault: { kind: 'inserted' } }]],
  ['sessions that go', [{ fault: { kind: 'deleted' } }]],
  ['sessions that come and go', [{ fault: { kind: 'inserted', count: 2 } }, { fault: { kind: 'deleted', count: 2 } }]],
  [
    'sessions that come while pages fail',
    [{ fault: { kind: 'inserted', count: 3 } }, { fault: { kind: 'status', status: 503 }, every: 3 }],
  ],
  [
    'sessions that go, of a total that is capped',
    [{ fault: { kind: 'deleted' } }, { fault: { kind: 'cappedTotal', most: 100 } }],
  ],
  [
    'sessions that come, late',
    [{ fault: { kind: 'inserted' }, probability: 0.3 }, { fault: { kind: 'latency', ms: 0, jitterMs: 8 } }],
  ],
  ['orders that change', [{ fault: { kind: 'reordered' } }]],
];

describe('over a socket, reading all sessions of a service', () => {
  for (const [what, rules] of moving) {
    for (const seed of [1, 2]) {
      it(`of ${what} (${seed}) loses none that stayed, or says how many`, () =>
        withEmulator({ sessions, faults: { seed, rules } }, async (emulated) => {
          const first = new Set(await held(emulated));
          const { ids, missing } = await read(emulated);
          assert.equal(new Set(ids).size, ids.length, 'none twice');
          const there = new Set(ids);
          // What came meanwhile may be seen or not; what was there all the time is.
          const lost = (await held(emulated)).filter((id) => first.has(id) && !there.has(id));
          assert.ok(lost.length === 0 || missing > 0, `lost ${lost.length}: ${lost.slice(0, 5).join(', ')}`);
        }));
    }
  }

  const orders: readonly SearchRequest['sortBy'][] = [
    request.sortBy,
    [{ field: 'session_start_time', direction: 'asc' }],
    [{ field: 'source', direction: 'asc' }],
  ];
  for (const sortBy of orders) {
    for (const [what, rules] of moving.slice(0, 3)) {
      it(`page by page of ${what}, by ${sortBy[0]?.field} ${sortBy[0]?.direction}, loses none that stayed, or says so`, () =>
        withEmulator({ sessions, faults: { seed: 3, rules } }, async (emulated) => {
          const first = new Set(await held(emulated));
          const { client } = emulated;
          const run = new Runs().start({
            queryUri: 'q',
            queryName: 'Q',
            connection: 'c',
            request: { ...request, sortBy },
            client,
          });
          await run.finished;
          await run.loadAll();
          const there = new Set(run.sessions.map(({ id }) => String(id)));
          assert.equal(there.size, run.sessions.length, 'none twice');
          const lost = (await held(emulated)).filter((id) => first.has(id) && !there.has(id));
          assert.ok(
            lost.length === 0 || run.shortfall !== undefined,
            `lost ${lost.length}: ${lost.slice(0, 5).join(', ')}`,
          );
        }));
    }
  }

  const odd: readonly Fault[] = [
    { kind: 'withheld', of: 80 },
    { kind: 'repeated', of: 80 },
    { kind: 'withheld', of: 300 },
  ];
  for (const fault of odd) {
    it(`that has ${JSON.stringify(fault)} says how many are missing, each that came once`, () =>
      withEmulator({ sessions, faults: { rules: [{ fault }] } }, async (emulated) => {
        const { ids, missing } = await read(emulated);
        assert.equal(new Set(ids).size, ids.length, 'none twice');
        assert.ok(ids.length < sessions.length);
        assert.ok(missing > 0, 'says that some are missing');
      }));

    it(`that has ${JSON.stringify(fault)} page by page says that some are missing`, () =>
      withEmulator({ sessions, faults: { rules: [{ fault }] } }, async ({ client }) => {
        const run = new Runs().start({ queryUri: 'q', queryName: 'Q', connection: 'c', request, client });
        await run.finished;
        await run.loadAll();
        assert.equal(run.sessions.length < sessions.length, true);
        assert.equal(run.shortfall, 'notGiven');
      }));
  }

  it('that changes as a scenario says has all its sessions again when that ends', () =>
    withEmulator(
      { sessions, faults: { rules: [{ fault: { kind: 'inserted' } }, { fault: { kind: 'deleted', count: 9 } }] } },
      async (emulated) => {
        await read(emulated);
        emulated.emulator.setFaults(undefined);
        assert.equal(new Set(await held(emulated)).size, sessions.length);
      },
    ));
});
