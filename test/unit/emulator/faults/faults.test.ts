import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { after, before, describe, it } from 'node:test';
import { FaultPlan } from '../../../../src/emulator/faults/faultPlan.ts';
import type { Fault, FaultRule } from '../../../../src/emulator/faults/faults.ts';
import type { NamedFaults } from '../../../../src/emulator/faults/namedFaults.ts';
import { namedFaults } from '../../../../src/emulator/faults/namedFaults.ts';
import { seededRandom } from '../../../../src/emulator/samples/random.ts';
import type { Emulator } from '../../../../src/emulator/server/server.ts';
import { startEmulator } from '../../../../src/emulator/server/server.ts';
import { session, targetOf } from '../search/support.ts';
import type { Received } from '../server/socket.ts';
import { fetched } from '../server/socket.ts';

const search = targetOf({ from_date: '2026-05-01', to_date: '2026-05-31' });
const sessions = Array.from({ length: 12 }, (_, at) => session(`s${at}`));

describe('when faults strike', () => {
  const strikes: [rule: Omit<FaultRule, 'fault'>, pattern: string][] = [
    [{}, 'xxxxxxxx'],
    [{ times: 2 }, 'xx......'],
    [{ every: 3 }, '..x..x..'],
    [{ requests: [1, 4] }, 'x..x....'],
    [{ every: 2, times: 1 }, '.x......'],
    [{ probability: 0 }, '........'],
    [{ probability: 1 }, 'xxxxxxxx'],
    [{ routes: ['get'] }, '........'],
    [{ routes: ['get', 'search'] }, 'xxxxxxxx'],
  ];
  const patternOf = (rule: FaultRule, seed = 1) => {
    const plan = new FaultPlan({ rules: [rule] }, seededRandom(seed));
    return Array.from({ length: 8 }, () => (plan.next('search').length > 0 ? 'x' : '.')).join('');
  };
  const fault: Fault = { kind: 'html' };
  for (const [rule, pattern] of strikes)
    it(JSON.stringify(rule), () => assert.equal(patternOf({ fault, ...rule }), pattern));

  it('by chance, the same for the same seed', () => {
    const rule = { fault, probability: 0.5 };
    assert.equal(patternOf(rule, 5), patternOf(rule, 5));
    assert.equal(new Set([1, 2, 3, 4, 5, 6].map((seed) => patternOf(rule, seed))).size > 1, true);
    assert.match(patternOf(rule, 5), /x.*\.|\..*x/);
  });
});

describe('faults over a socket', () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ sessions });
  });
  after(() => emulator.close());

  const seen: [fault: Fault, check: (received: Received) => void][] = [
    [
      { kind: 'rateLimit', retryAfter: 7 },
      ({ status, headers }) => assert.deepEqual([status, headers['retry-after']], [429, '7']),
    ],
    [
      { kind: 'rateLimit' },
      ({ status, headers }) => assert.deepEqual([status, headers['retry-after']], [429, undefined]),
    ],
    [{ kind: 'status', status: 503 }, ({ status, text }) => assert.ok(status === 503 && JSON.parse(text).message)],
    [{ kind: 'status', status: 500, body: 'oh' }, ({ status, text }) => assert.deepEqual([status, text], [500, 'oh'])],
    [
      { kind: 'html' },
      ({ status, headers, text }) =>
        assert.ok(status === 200 && headers['content-type']?.startsWith('text/html') && text.includes('<html>')),
    ],
    [{ kind: 'wrongJson' }, ({ status, text }) => assert.ok(status === 200 && !Array.isArray(JSON.parse(text).hits))],
    [{ kind: 'emptyBody' }, ({ status, text }) => assert.deepEqual([status, text], [200, ''])],
    [
      { kind: 'wrongContentType' },
      ({ headers, text }) =>
        assert.ok(headers['content-type']?.startsWith('text/plain') && JSON.parse(text).total === 12),
    ],
    [
      { kind: 'halfBody' },
      ({ status, text }) =>
        assert.ok(status === 200 && text.length > 10 && assert.throws(() => JSON.parse(text)) === undefined),
    ],
    [
      { kind: 'redirect' },
      ({ status, headers }) => assert.deepEqual([status, headers.location?.startsWith(emulator.origin)], [302, false]),
    ],
    [
      { kind: 'redirect', location: 'https://x.example.com/' },
      ({ headers }) => assert.equal(headers.location, 'https://x.example.com/'),
    ],
    [
      { kind: 'cappedTotal', most: 5 },
      ({ text }) => assert.deepEqual([JSON.parse(text).total, JSON.parse(text).hits.length], [5, 10]),
    ],
    [
      { kind: 'slowBody', ms: 5, pieces: 4 },
      ({ text, pieces }) => assert.ok(JSON.parse(text).total === 12 && pieces > 1),
    ],
  ];
  for (const [fault, check] of seen)
    it(JSON.stringify(fault), async () => {
      emulator.setFaults({ rules: [{ fault }] });
      check(await fetched(emulator, search));
    });

  const cut: Fault['kind'][] = ['resetBeforeAnswer', 'resetInBody'];
  for (const kind of cut)
    it(kind, async () => {
      emulator.setFaults({ rules: [{ fault: { kind } as Fault }] });
      await assert.rejects(fetched(emulator, search), { code: 'ECONNRESET' });
    });

  it('latency adds to what else happens', async () => {
    emulator.setFaults({
      rules: [{ fault: { kind: 'latency', ms: 60, jitterMs: 10 } }, { fault: { kind: 'rateLimit' } }],
    });
    const start = performance.now();
    assert.equal((await fetched(emulator, search)).status, 429);
    assert.ok(performance.now() - start >= 59);
  });

  it('the first that strikes decides, and no scenario ends them all', async () => {
    emulator.setFaults({
      rules: [{ fault: { kind: 'status', status: 500 }, times: 1 }, { fault: { kind: 'status', status: 502 } }],
    });
    assert.equal((await fetched(emulator, search)).status, 500);
    assert.equal((await fetched(emulator, search)).status, 502);
    emulator.setFaults(undefined);
    assert.equal((await fetched(emulator, search)).status, 200);
  });

  it('a deletion that did not get through deletes nothing', async () => {
    const one = '/insights/sessions/s0?session_start_time=2026-05-10';
    emulator.setFaults({ rules: [{ fault: { kind: 'status', status: 503 }, routes: ['delete'] }] });
    assert.equal((await fetched(emulator, one, { method: 'DELETE' })).status, 503);
    assert.equal((await fetched(emulator, one)).status, 200);
    emulator.setFaults({ rules: [{ fault: { kind: 'resetInBody' }, routes: ['delete'] }] });
    await assert.rejects(fetched(emulator, one, { method: 'DELETE' }));
    assert.equal((await fetched(emulator, one)).status, 404);
  });

  it('a wrong key meets no faults', async () => {
    emulator.setFaults({ rules: [{ fault: { kind: 'emptyBody' } }] });
    assert.equal((await fetched(emulator, search, { headers: { 'X-Vgai-Key': 'x' } })).status, 401);
  });

  it('the ready scenarios have names of their own', () => {
    const ready: readonly NamedFaults[] = namedFaults;
    assert.equal(new Set(ready.map(({ id }) => id)).size, ready.length);
    for (const { id, scenario } of ready) {
      const plan = new FaultPlan(scenario, seededRandom(scenario.seed ?? 1));
      const struck = Array.from({ length: 20 }, () => plan.next('search')).some((faults) => faults.length > 0);
      assert.ok(struck, id);
    }
  });
});
