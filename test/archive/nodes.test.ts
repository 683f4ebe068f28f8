import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { readSessions } from '../../src/api/reading/readSessions.ts';
import { always, control, sourceOf, TestArchive } from './support/cluster.ts';

const count = 6000;
const archive = new TestArchive('nodes');
const sessions = Array.from({ length: count }, (_, at) => ({
  id: `n${String(at).padStart(5, '0')}`,
  session_start_time: new Date(Date.UTC(2026, 1, 1) + at * 700_000).toISOString().slice(0, 23),
  status: at % 3 === 0 ? 'ended' : 'in_progress',
  transcription: [{ user: `words of ${at}` }],
}));

/** Stops a node once the first so many batches have passed. */
async function* stopping<T>(batches: AsyncIterable<T>, node: number, at: number): AsyncGenerator<T> {
  let passed = 0;
  for await (const batch of batches) {
    if (passed++ === at) await control?.('stop', node);
    yield batch;
  }
}

describe('a node that ends in the middle', { skip: control ? false : 'the cluster is somebody else’s' }, () => {
  before(() => archive.green());
  // Also after a test that failed before it came to that: whatever runs next needs all of them.
  afterEach(async () => {
    for (const node of [1, 2]) await control?.('start', node);
    await archive.green();
  });
  after(() => archive.remove());

  it('of writing: every session is there once', async () => {
    const source = sourceOf(sessions, 300);
    const archived = await archive.write([], {
      read: () => ({ ...source, [Symbol.asyncIterator]: () => stopping(source, 1, 5) }),
    });
    await control?.('start', 1);
    await archive.green();
    assert.equal(archived.error, undefined);
    assert.equal(archived.written, count);
    assert.equal((await archive.client.facts()).documents, count);
  });

  it('of writing, with the only copy of an index: what is written waits for it', async () => {
    const only = new TestArchive('nodes-only');
    await only.write([]);
    const settings = { number_of_replicas: 0, 'routing.allocation.require._name': 'node-1' };
    await only.ask('PUT', [only.pattern.replace('*', '2026.02')], { settings: { index: settings } });
    const source = sourceOf(sessions.slice(0, 900), 300);
    let back: Promise<void> | undefined;
    const archived = await only.write([], {
      read: () => ({ ...source, [Symbol.asyncIterator]: () => stopping(source, 1, 1) }),
      onWaiting: () => {
        back ??= control?.('start', 1);
      },
    });
    await back;
    await only.green();
    assert.ok(back !== undefined);
    assert.deepEqual([archived.written, archived.error], [900, undefined]);
    assert.equal((await only.client.facts()).documents, 900);
    await only.remove();
  });

  it('of reading all pages: every session comes once', async () => {
    const reading = readSessions({ request: always, client: archive.client, whole: true });
    const ids: string[] = [];
    for await (const { rows } of stopping(reading, 2, 3)) ids.push(...rows.map(({ key }) => key));
    await control?.('start', 2);
    await archive.green();
    assert.equal(ids.length, count);
    assert.equal(new Set(ids).size, count);
  });

  it('of aggregations: each answer is of all sessions, or is a failure', async () => {
    const aggs = { by_status: { terms: { field: 'status' } } };
    const ask = () => archive.client.ranges.aggregate({ request: always, aggs, now: new Date() });
    const stopped = control?.('stop', 1);
    for (let at = 0; at < 20; at++) {
      const { total } = await ask().catch((error: Error) => {
        assert.equal(error.name, 'ArchiveError');
        return { total: count };
      });
      assert.equal(total, count);
    }
    await stopped;
    assert.equal((await ask()).total, count);
    await control?.('start', 1);
    await archive.green();
  });
});
