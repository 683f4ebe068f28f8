import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KeptSession } from '../../../../src/viewer/documents/sessionCache.ts';
import { SessionCache } from '../../../../src/viewer/documents/sessionCache.ts';

interface Request {
  readonly key: string;
  readonly signal: AbortSignal;
  answer(session?: Partial<KeptSession>): void;
  fail(): void;
}

/** A cache, its clock, and the requests that it sent, to be answered by hand. */
function cacheWith(bounds: { most?: number; mostBytes?: number; changingMs?: number } = {}) {
  const sent: Request[] = [];
  const clock = { now: 0 };
  const cache = new SessionCache({
    ...bounds,
    now: () => clock.now,
    load: (key, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        sent.push({
          key,
          signal,
          answer: (session) => resolve({ bytes: new Uint8Array(10), partial: false, final: true, ...session }),
          fail: () => reject(new Error('failed')),
        });
      }),
  });
  const keys = (): string => sent.map(({ key }) => key).join(' ');
  const fill = async (key: string, session?: Partial<KeptSession>): Promise<void> => {
    const read = cache.read(key);
    sent.at(-1)?.answer(session);
    await read;
  };
  return { cache, sent, clock, keys, fill };
}

describe('the sessions that are kept', () => {
  it('are loaded once, however many wait', async () => {
    const { cache, sent, keys } = cacheWith();
    const reads = [cache.read('a'), cache.read('a', new AbortController().signal), cache.peek('a')];
    sent[0]?.answer();
    await Promise.all(reads);
    await cache.read('a');
    assert.equal(keys(), 'a');
  });

  it('are loaded no longer when the last who waited leaves', async () => {
    const { cache, sent, keys } = cacheWith();
    const [first, second] = [new AbortController(), new AbortController()];
    const reads = [cache.read('a', first.signal), cache.read('a', second.signal)];
    const outcomes = Promise.allSettled(reads);
    first.abort();
    assert.equal(sent[0]?.signal.aborted, false);
    second.abort();
    assert.equal(sent[0]?.signal.aborted, true);
    assert.deepEqual(
      (await outcomes).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    void cache.read('a').catch(() => {});
    assert.equal(keys(), 'a a');
  });

  it('are loaded on for one who cannot leave', async () => {
    const { cache, sent } = cacheWith();
    const leaving = new AbortController();
    const [left, stays] = [cache.read('a', leaving.signal), cache.read('a')];
    leaving.abort();
    await assert.rejects(left);
    sent[0]?.answer();
    assert.equal((await stays).bytes.byteLength, 10);
  });

  it('are asked for again after a failure', async () => {
    const { cache, sent, keys } = cacheWith();
    const read = cache.read('a');
    sent[0]?.fail();
    await assert.rejects(read, /failed/u);
    void cache.read('a').catch(() => {});
    assert.equal(keys(), 'a a');
  });

  const changing: [what: string, session: Partial<KeptSession>, afterMs: number, requests: string][] = [
    ['that ended stay', { final: true }, 1_000_000, 'a'],
    ['that go on stay for a moment', { final: false }, 900, 'a'],
    ['that go on are asked for again', { final: false }, 1_100, 'a a'],
  ];
  for (const [what, session, afterMs, requests] of changing) {
    it(what, async () => {
      const { cache, clock, keys, fill } = cacheWith({ changingMs: 1_000 });
      await fill('a', session);
      clock.now = afterMs;
      void cache.read('a').catch(() => {});
      assert.equal(keys(), requests);
    });
  }

  it('are bounded in number, the one unused for longest going first', async () => {
    const { cache, keys, fill } = cacheWith({ most: 2 });
    await fill('a');
    await fill('b');
    await cache.read('a');
    await fill('c');
    await cache.read('a');
    assert.equal(keys(), 'a b c');
    void cache.read('b');
    assert.equal(keys(), 'a b c b');
  });

  it('are bounded in bytes, but for the last one', async () => {
    const { cache, keys, fill } = cacheWith({ mostBytes: 100 });
    await fill('a', { bytes: new Uint8Array(60) });
    await fill('b', { bytes: new Uint8Array(40) });
    await fill('c', { bytes: new Uint8Array(200) });
    await cache.read('c');
    assert.equal(keys(), 'a b c');
    void cache.read('b');
    assert.equal(keys(), 'a b c b');
  });
});
