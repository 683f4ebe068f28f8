import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LocalProgress, LocalService, Starting } from '../../../../src/host/connections/localService.ts';
import { LocalServices } from '../../../../src/host/connections/localServices.ts';

/** A service that a test starts, and ends, when it likes. */
function startable() {
  const starts: (Starting & { readonly up: () => LocalService; readonly fail: (error: Error) => void })[] = [];
  const start = (starting: Starting): Promise<LocalService> =>
    new Promise((resolve, reject) => {
      starting.signal.addEventListener('abort', () => reject(starting.signal.reason), { once: true });
      const closing = new AbortController();
      const service: LocalService = {
        origin: `http://127.0.0.1:${starts.length + 1}`,
        key: 'key',
        closeWhenIdle: (ms) => idle.push(ms),
        close: async () => closing.abort(),
        closed: closing.signal,
      };
      starts.push({
        ...starting,
        up: () => {
          resolve(service);
          return service;
        },
        fail: reject,
      });
    });
  const idle: number[] = [];
  let told = 0;
  const services = new LocalServices({ onProgress: () => told++ });
  const get = (version: string, signal?: AbortSignal) => services.get({ slot: 'a file', version, start, signal });
  return { starts, idle, services, get, told: () => told };
}

const half: LocalProgress = { step: 'reading', share: 0.5 };

describe('services on this machine', () => {
  it('are started once for all who ask', async () => {
    const { starts, get } = startable();
    const both = Promise.all([get('1'), get('1')]);
    starts[0]?.up();
    const [one, other] = await both;
    assert.equal(one, other);
    assert.equal(await get('1'), one);
    assert.equal(starts.length, 1);
  });

  it('are ended when everybody who waited for the start has given up, and not before', async () => {
    const { starts, get } = startable();
    const [first, second] = [new AbortController(), new AbortController()];
    const waiting = [get('1', first.signal), get('1', second.signal)];
    const outcomes = Promise.allSettled(waiting);
    first.abort(new Error('first'));
    await assert.rejects(waiting[0] ?? Promise.resolve(), /first/);
    assert.equal(starts[0]?.signal.aborted, false);
    second.abort(new Error('second'));
    await outcomes;
    assert.equal(starts[0]?.signal.aborted, true);
    const again = get('1');
    starts[1]?.up();
    assert.equal((await again).origin, 'http://127.0.0.1:2');
  });

  it('go on for who cannot give up', async () => {
    const { starts, get } = startable();
    const giveUp = new AbortController();
    const [patient, impatient] = [get('1'), get('1', giveUp.signal)];
    giveUp.abort(new Error('enough'));
    await assert.rejects(impatient, /enough/);
    starts[0]?.up();
    assert.equal((await patient).origin, 'http://127.0.0.1:1');
  });

  it('stay when somebody gives up who asks what runs', async () => {
    const { starts, get } = startable();
    const first = get('1');
    const service = starts[0]?.up();
    await first;
    const giveUp = new AbortController();
    const asked = get('1', giveUp.signal);
    giveUp.abort(new Error('enough'));
    await asked.catch(() => {});
    assert.equal(service?.closed.aborted, false);
    assert.equal(await get('1'), service);
  });

  it('ask nobody who has given up before', async () => {
    const { starts, get } = startable();
    await assert.rejects(get('1', AbortSignal.abort(new Error('before'))), /before/);
    assert.equal(starts.length, 0);
  });

  it('are started anew after they ended, and after a start that failed', async () => {
    const { starts, get } = startable();
    const failed = get('1');
    starts[0]?.fail(new Error('no memory'));
    await assert.rejects(failed, /no memory/);
    const first = get('1');
    starts[1]?.up();
    await (await first).close();
    const second = get('1');
    starts[2]?.up();
    assert.equal((await second).origin, 'http://127.0.0.1:3');
  });

  it('of an earlier version end when nobody asks them any more', async () => {
    const { starts, idle, get } = startable();
    const old = get('1');
    starts[0]?.up();
    const service = await old;
    const now = get('2');
    starts[1]?.up();
    assert.notEqual(await now, service);
    assert.deepEqual(idle, [600_000]);
    assert.equal(service.closed.aborted, false);
  });

  it('tell how far they are, while somebody waits for that', async () => {
    const { starts, services, get, told } = startable();
    const asked = get('1');
    starts[0]?.onProgress(half);
    assert.deepEqual(services.progressOf('a file'), half);
    assert.equal(services.progressOf('another'), undefined);
    starts[0]?.up();
    await asked;
    assert.equal(services.progressOf('a file'), undefined);
    starts[0]?.onProgress({ step: 'indexing', share: 0.5 });
    assert.equal(services.progressOf('a file')?.step, 'indexing');
    starts[0]?.onProgress({ step: 'indexing', share: 1 });
    assert.equal(services.progressOf('a file'), undefined);
    assert.ok(told() >= 4);
  });

  it('say nothing of a version that is not the current one', async () => {
    const { starts, services, get } = startable();
    const asked = [get('1'), get('2')];
    starts[0]?.onProgress(half);
    assert.equal(services.progressOf('a file'), undefined);
    for (const start of starts) start.up();
    await Promise.all(asked);
  });

  it('all end with the window', async () => {
    const { starts, services, get } = startable();
    const running = get('1');
    const service = starts[0]?.up();
    await running;
    const starting = get('2');
    services.dispose();
    await assert.rejects(starting);
    assert.equal(starts[1]?.signal.aborted, true);
    assert.equal(service?.closed.aborted, true);
  });
});
