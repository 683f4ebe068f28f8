import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SentRequests } from '../../../../src/api/search/sentRequests.ts';

it('of what was sent the first is kept, with the newest of the others, and all are counted', () => {
  const sent = new SentRequests<number>();
  for (let at = 1; at <= 100; at++) sent.add(at);
  assert.deepEqual([sent.count, sent.kept.length, sent.kept[1]], [100, 100, 2]);
  sent.add(101, 102);
  assert.deepEqual([sent.count, sent.kept.length, sent.kept[0], sent.kept[1], sent.kept.at(-1)], [102, 100, 1, 4, 102]);
  const other = new SentRequests<number>();
  other.add(0);
  other.addAll(sent);
  assert.deepEqual([other.count, other.kept.length, other.kept[0], other.kept[1]], [103, 100, 0, 4]);
});
