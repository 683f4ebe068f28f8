import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CrowdedPage, PartRequests } from '../../../../src/api/reading/partRequests.ts';
import { readCrowd } from '../../../../src/api/reading/readCrowd.ts';

const range = { from: new Date('2026-06-01T10:00:00Z'), to: new Date('2026-06-01T10:00:01Z') };
const row = (id: string) => {
  const members = { id, session_start_time: '2026-06-01T10:00:00' };
  return { bytes: Buffer.from(JSON.stringify(members)), members };
};

/** Reads a second of which a service says so much, and gives these ids on the pages that it is asked for, in the order of their ids. */
async function read(pageOf: (asked: CrowdedPage) => readonly string[], total: number) {
  const crowded = async (_: unknown, asked: CrowdedPage) => ({
    rows: pageOf(asked).map(row),
    total: { count: total, atLeast: false },
    pageSize: asked.size,
  });
  const requests = { crowded, tiebreakerRefused: false } as unknown as PartRequests;
  const reading = readCrowd({ range, order: 'newestFirst', requests, size: 2 });
  const keys: string[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) return { keys: keys.join(' '), left: next.value };
    keys.push(...next.value.map(({ key }) => key));
  }
}

const pageOf =
  (ids: readonly string[]) =>
  ({ page, size, ids: order }: CrowdedPage) =>
    (order === 'asc' ? ids : ids.toReversed()).slice(page * size, (page + 1) * size);

describe('a second that holds more than fit on a page', () => {
  it('is read page by page until all of it came', async () => {
    assert.deepEqual(await read(pageOf(['a', 'b', 'c', 'd', 'e']), 5), { keys: 'a b c d e', left: undefined });
  });

  it('says that the rest was not given where the service counts more than it gives', async () => {
    const { keys, left } = await read(pageOf(['a', 'b', 'c', 'd']), 5);
    assert.deepEqual([keys, left], ['a b c d', { missing: 1, reason: 'notGiven', read: 4 }]);
  });

  it('says that sessions were repeated where one stood on a page twice', async () => {
    const { keys, left } = await read(pageOf(['a', 'a', 'c', 'd']), 5);
    assert.deepEqual([keys, left], ['a c d', { missing: 2, reason: 'repeated', read: 3 }]);
  });
});
