import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsightsClient } from '../../../src/api/insightsClient.ts';
import { InsightsError } from '../../../src/api/insightsErrors.ts';
import type { Fault } from '../../../src/emulator/faults.ts';
import { withEmulator } from './emulated.ts';

const start = new Date('2026-01-10T00:00:00Z');
const sessions = [{ id: 'a', session_start_time: '2026-01-10T10:00:00.000001', source: '447000000001' }];
const today = [
  ['from_date', '2026-01-10T00:00:00'],
  ['to_date', '2026-01-10T23:59:59'],
  ['page_number', '0'],
  ['page_size', '10'],
] as const;

const endpoints: Record<string, (client: InsightsClient) => Promise<unknown>> = {
  search: (client) => client.search(today),
  get: (client) => client.getSession('a', start),
  find: (client) => client.findSession('a'),
  delete: (client) => client.deleteSession('a', start),
};

/** The fault, what a reader is told, and how often it was sent in all; a delete is sent once. */
const table: [fault: Fault, code: string, sent: number, ofDelete?: string][] = [
  [{ kind: 'rateLimit' }, 'rateLimited', 4],
  [{ kind: 'rateLimit', retryAfter: 60 }, 'rateLimited', 1],
  [{ kind: 'status', status: 500 }, 'serverError', 4],
  [{ kind: 'status', status: 503 }, 'serverError', 4],
  [{ kind: 'status', status: 400 }, 'refused', 1],
  [{ kind: 'status', status: 403 }, 'refused', 1],
  [{ kind: 'resetBeforeAnswer' }, 'unreachable', 4],
  [{ kind: 'resetInBody' }, 'unreachable', 4],
  [{ kind: 'halfBody' }, 'malformedAnswer', 1, 'ok'],
  [{ kind: 'html' }, 'notJson', 1, 'ok'],
  [{ kind: 'emptyBody' }, 'notJson', 1, 'ok'],
  [{ kind: 'wrongJson' }, 'malformedAnswer', 1, 'ok'],
  [{ kind: 'wrongContentType' }, 'ok', 1],
  [{ kind: 'redirect' }, 'redirected', 1],
  [{ kind: 'slowBody', ms: 5, pieces: 3 }, 'ok', 1],
  [{ kind: 'latency', ms: 20 }, 'ok', 1],
];

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    assert.ok(error instanceof InsightsError, String(error));
    return error.code;
  }
}

describe('faults', () => {
  for (const [fault, code, sent, ofDelete] of table) {
    for (const [name, ask] of Object.entries(endpoints)) {
      const expected = name === 'delete' ? [ofDelete ?? code, 1] : [code, sent];
      it(`${JSON.stringify(fault)} at ${name}: ${expected.join(', sent ')}`, async () => {
        await withEmulator({ sessions, faults: { rules: [{ fault }] } }, async ({ client, attempts }) => {
          assert.deepEqual([await outcome(ask(client)), attempts()], expected);
        });
      });
    }
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

  it('a stalled service times out', async () => {
    await withEmulator(
      { sessions, timeoutMs: 80, faults: { rules: [{ fault: { kind: 'noAnswer' } }] } },
      async ({ client }) => {
        assert.equal(await outcome(client.search(today)), 'timedOut');
      },
    );
  });

  it('cancelling is at once, also while a retry waits', async () => {
    const faults = { rules: [{ fault: { kind: 'rateLimit', retryAfter: 1 } as const }] };
    await withEmulator({ sessions, faults }, async ({ client }) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 50);
      const began = performance.now();
      assert.equal(await outcome(client.search(today, controller.signal)), 'cancelled');
      assert.ok(performance.now() - began < 500);
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
  it('that does not exist is not found', () =>
    withEmulator({ sessions }, async ({ client }) => {
      assert.equal(await outcome(client.getSession('../../x', start)), 'notFound');
    }));
});
