import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeInOrder } from '../../../../src/api/search/mergeInOrder.ts';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const order = sortOrder([{ field: 'source', direction: 'asc' }]);

/** A stream of sessions: letters in order, each with the number of its stream. What was read of it is told. */
async function* streamOf(letters: string, stream: number, told: string[]): AsyncGenerator<SessionDocument> {
  try {
    for (const source of letters) {
      told.push(`${source}${stream}`);
      yield { id: `${source}${stream}`, source };
    }
  } finally {
    told.push(`end${stream}`);
  }
}

async function merged(...streams: string[]): Promise<string> {
  const ids: unknown[] = [];
  const read = mergeInOrder(
    streams.map((letters, at) => streamOf(letters, at, [])),
    order,
  );
  for await (const { id } of read) ids.push(id);
  return ids.join(' ');
}

describe('several streams that are each in order', () => {
  for (const [streams, found] of [
    [[], ''],
    [['', ''], ''],
    [['ab'], 'a0 b0'],
    [['ac', 'bd'], 'a0 b1 c0 d1'],
    [['bd', 'ac'], 'a1 b0 c1 d0'],
    // Of equal ones the earlier stream’s go first.
    [['aab', 'aab'], 'a0 a0 a1 a1 b0 b1'],
    [['b', 'a', 'b', 'a'], 'a1 a3 b0 b2'],
    [['', 'a', ''], 'a1'],
  ] as const)
    it(`are one: ${streams.join(' and ') || 'none'}`, async () => assert.equal(await merged(...streams), found));

  it('are read no further ahead than the next of each, and all ended with it', async () => {
    const told: string[] = [];
    const read = mergeInOrder([streamOf('abc', 0, told), streamOf('xyz', 1, told)], order);
    assert.equal((await read.next()).value?.id, 'a0');
    assert.deepEqual(told, ['a0', 'x1']);
    assert.equal((await read.next()).value?.id, 'b0');
    assert.deepEqual(told, ['a0', 'x1', 'b0']);
    await read.return(undefined);
    assert.deepEqual(told.slice(3).sort(), ['end0', 'end1']);
  });
});
