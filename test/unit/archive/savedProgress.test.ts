import assert from 'node:assert/strict';
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

describe('how far archiving is', () => {
  it('is saved again and again, and says never more than is written', async (t) => {
    // Between any two looks at the clock lie three seconds.
    let clock = 0;
    t.mock.method(performance, 'now', () => (clock += 3000));
    const written: string[] = [];
    const saved: (readonly [read: number, written: number])[] = [];
    let read = 0;
    const source = {
      state: { parts: [], counted: [], missing: [] },
      total: { count: ids.length, atLeast: false },
      missing: [],
      async *[Symbol.asyncIterator]() {
        for (const batch of batches) {
          read += 1;
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
            response.end(JSON.stringify({ items: sent.map(() => ({ index: { status: 201 } })) }));
          });
      },
      (archive) => archiveSessions({ request, read: () => source, archive, journal, refused: new Lines() }),
    );
    assert.deepEqual(saved, [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [4, 4],
    ]);
  });
});
