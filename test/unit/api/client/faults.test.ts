import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import type { Run } from '../../../../src/api/runs/run.ts';
import { Runs } from '../../../../src/api/runs/runs.ts';
import type { Fault, FaultRule } from '../../../../src/emulator/faults/faults.ts';
import { faultKinds } from '../../../../src/emulator/faults/faults.ts';
import { mayBeDone } from '../../../../src/explorer/deletion/mayBeDone.ts';
import { withEmulator } from '../search/emulated.ts';
import { endpointNames, endpoints, expectedOf, faultMatrix, sessions, start, today } from './faultMatrix.ts';

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    assert.ok(error instanceof InsightsError, String(error));
    return error.code;
  }
}

describe('a fault', () => {
  for (const row of faultMatrix) {
    const { fault, timeoutMs } = row;
    for (const endpoint of endpointNames) {
      const expected = expectedOf(row, endpoint);
      const [, effect] = row.delete;
      const name = `${JSON.stringify(fault)} at ${endpoint}: ${expected.outcome}, sent ${expected.sent}`;
      it(endpoint === 'delete' ? `${name}, ${effect}` : name, async () => {
        const options = { sessions, faults: { rules: [{ fault }] }, ...(timeoutMs ? { timeoutMs } : {}) };
        await withEmulator(options, async ({ client, patient, emulator, asked }) => {
          assert.equal(await outcome(endpoints[endpoint](client)), expected.outcome);
          const sent = asked().filter((method) => method === (endpoint === 'delete' ? 'DELETE' : 'GET'));
          assert.equal(sent.length, expected.sent);
          emulator.setFaults(undefined);
          const { total } = await patient.search(today);
          assert.equal(total.count, endpoint === 'delete' && effect === 'gone' ? 0 : 1);
        });
      });
    }
  }

  it('is one of those that the emulator knows, and all of them are', () => {
    assert.deepEqual([...new Set(faultMatrix.map(({ fault }) => fault.kind))].sort(), [...faultKinds].sort());
  });

  for (const { fault, delete: deletion } of faultMatrix) {
    if (deletion[0] === 'ok' || deletion[1] === 'kept') continue;
    it(`${fault.kind} that hides that a session was deleted is not taken for a proof that it was not`, () =>
      withEmulator({ sessions, faults: { rules: [{ fault }] } }, async ({ client }) => {
        await assert.rejects(endpoints.delete(client), mayBeDone);
      }));
  }

  const many = Array.from({ length: 25 }, (_, at) => ({ ...sessions[0], id: `s${String(at).padStart(2, '0')}` }));
  const request = {
    range: { from: start, to: new Date(start.getTime() + 86_399_000) },
    sortBy: [{ field: 'session_start_time', direction: 'asc' }],
    pageSize: 10,
    pageNumber: 0,
  } as const;
  const firstPage = many.slice(0, 10).map(({ id }) => id);
  const startRun = async (client: Pick<InsightsClient, 'search'>): Promise<Run> => {
    const run = new Runs().start({ queryUri: 'q', queryName: 'Q', connection: 'c', request, client });
    await run.finished;
    return run;
  };

  for (const row of faultMatrix) {
    const { fault, timeoutMs } = row;
    const [expected] = row.read;
    if (expected === 'ok') continue;
    it(`${JSON.stringify(fault)} at the second page: the first stays as it is, and trying again goes on from there`, () =>
      withEmulator({ sessions: many, ...(timeoutMs ? { timeoutMs } : {}) }, async ({ client, patient, emulator }) => {
        let asking = patient;
        const run = await startRun({ search: (...question) => asking.search(...question) });
        emulator.setFaults({ rules: [{ fault }] });
        asking = client;
        await run.loadMore();
        assert.equal(run.state, 'failed');
        assert.ok(run.error instanceof InsightsError && run.error.code === expected, String(run.error));
        assert.deepEqual(
          run.sessions.map(({ id }) => id),
          firstPage,
        );
        emulator.setFaults(undefined);
        asking = patient;
        while (run.canLoadMore) await run.loadMore();
        assert.deepEqual(
          run.sessions.map(({ id }) => id),
          many.map(({ id }) => id),
        );
        assert.deepEqual([run.state, run.error], ['done', undefined]);
      }));
  }

  const passing: FaultRule[] = [
    { fault: { kind: 'rateLimit', retryAfter: 0 }, every: 2 },
    { fault: { kind: 'status', status: 502 }, every: 2 },
    { fault: { kind: 'resetBeforeAnswer' }, every: 2 },
    { fault: { kind: 'resetInBody' }, every: 2 },
    { fault: { kind: 'slowBody', ms: 2, pieces: 5 } },
    { fault: { kind: 'latency', ms: 5, jitterMs: 10 } },
    { fault: { kind: 'wrongContentType' } },
  ];
  for (const rule of passing) {
    it(`${JSON.stringify(rule)} loses no session and doubles none`, () =>
      withEmulator({ sessions: many, faults: { rules: [rule] } }, async ({ client }) => {
        const run = await startRun(client);
        while (run.hasMore) await run.loadMore();
        assert.deepEqual(
          run.sessions.map(({ id }) => id),
          many.map(({ id }) => id),
        );
      }));
  }

  for (const fault of [{ kind: 'rateLimit', retryAfter: 1 }, { kind: 'resetInBody' }] satisfies Fault[]) {
    it(`${fault.kind} that passes is not noticed`, async () => {
      await withEmulator({ sessions, faults: { rules: [{ fault, times: 2 }] } }, async ({ client }) => {
        const began = performance.now();
        assert.equal((await client.search(today)).total.count, 1);
        if (fault.kind === 'rateLimit') assert.ok(performance.now() - began >= 1990, 'waits as long as it was told');
      });
    });
  }

  it('cancelling is at once, also while a retry waits', async () => {
    const faults = { rules: [{ fault: { kind: 'rateLimit', retryAfter: 1 } as const }] };
    await withEmulator({ sessions, faults }, async ({ client, asked }) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 50);
      assert.equal(await outcome(client.search(today, controller.signal)), 'cancelled');
      assert.ok(asked().length < 2, 'before the retry was sent');
    });
  });

  it('nobody there', async () => {
    await withEmulator({ sessions }, async ({ client, emulator }) => {
      await emulator.close();
      assert.equal(await outcome(client.search(today)), 'unreachable');
    });
  });
});

describe('a 401', () => {
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => Reflect.get(error as object, 'refused'),
    );
  it('is about the key', () =>
    withEmulator({ sessions, wrongKey: true }, async ({ client }) => {
      assert.equal(await refused(client.search(today)), 'key');
    }));
  it('is about the query', () =>
    withEmulator({ sessions }, async ({ client }) => {
      assert.equal(await refused(client.search([...today, ['filter_by', 'nonsense']])), 'query');
    }));
  it('is undecided when the probe fails', () => {
    const first = { fault: { kind: 'status', status: 401 }, times: 1 } as const;
    const probe = { fault: { kind: 'status', status: 500 } } as const;
    return withEmulator({ sessions, faults: { rules: [first, probe] } }, async ({ client }) => {
      assert.equal(await refused(client.search(today)), 'undecided');
    });
  });
});

describe('getting a session', () => {
  it('of another day is found', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { session, partial } = await client.getSession('a', new Date('2025-06-01T00:00:00Z'));
      assert.deepEqual([session.id, partial], ['a', false]);
    }));
  it('of which only the parameters are left says that it is a part', () =>
    withEmulator({ sessions, faults: { rules: [{ fault: { kind: 'onlyParameters' } }] } }, async ({ client }) => {
      const { session, partial } = await client.getSession('a', start);
      assert.deepEqual([session, partial], [{ id: 'a', parameters: sessions[0]?.params }, true]);
    }));
  it('that does not exist is not found', () =>
    withEmulator({ sessions }, async ({ client }) => {
      assert.equal(await outcome(client.getSession('../../x', start)), 'notFound');
    }));
});
