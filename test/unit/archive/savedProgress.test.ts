import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { describe, it } from 'node:test';
import type { ReadBatch } from '../../../src/api/reading/readingTypes.ts';
import { readRow } from '../../../src/api/reading/readRow.ts';
import { archiveSessions } from '../../../src/archive/writing/archiveSessions.ts';
import { Lines } from './lines.ts';
import { answering, request, withCluster } from './standInCluster.ts';

const ids = ['a', 'b', 'c', 'd'];
const batches = ids.map((id): ReadBatch => {
  const members = { id, session_start_time: '2026-05-01T10:00:00' };
  return { rows: [readRow({ bytes: Buffer.from(JSON.stringify(members)), members })], isLate: false };
});

type Saved = readonly [read: number, written: number];

/** What was saved of an archiving, where a batch comes every three seconds and is so long on its way. */
async function savedOf(t: TestContext, writeMs: number): Promise<readonly Saved[]> {
  let clock = 0;
  t.mock.method(performance, 'now', () => clock);
  const written: string[] = [];
  const saved: Saved[] = [];
  let read = 0;
  const source = {
    state: { parts: [], counted: [], missing: [] },
    total: { count: ids.length, atLeast: false },
    missing: [],
    async *[Symbol.asyncIterator]() {
      for (const batch of batches) {
        read += 1;
        clock += 3000;
        yield batch;
      }
    },
  };
  const journal = new Lines();
  journal.replace = async () => void saved.push([read, written.length]);
  await withCluster(
    (incoming, response) => {
      if (!incoming.url?.startsWith('/_bulk')) return answering([])(incoming, response);
      let body = '';
      incoming
        .on('data', (chunk) => (body += String(chunk)))
        .on('end', () => {
          const sent = [...body.matchAll(/"_id":"(\w+)"/gu)].map(([, id = '']) => id);
          written.push(...sent);
          clock += writeMs;
          response.end(JSON.stringify({ items: sent.map(() => ({ index: { status: 201 } })) }));
        });
    },
    (archive) => archiveSessions({ request, read: () => source, archive, journal, refused: new Lines() }),
  );
  return saved;
}

describe('how far archiving is', () => {
  it('is saved again and again, and says never more than is written', async (t) => {
    assert.deepEqual(await savedOf(t, 0), [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [4, 4],
    ]);
  });

  it('is saved seldom where what is on its way is long waited for', async (t) => {
    assert.deepEqual(await savedOf(t, 800), [
      [1, 1],
      [4, 4],
      [4, 4],
    ]);
  });
});
