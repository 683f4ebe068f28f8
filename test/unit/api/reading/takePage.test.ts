import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TimeOrder } from '../../../../src/api/reading/takePage.ts';
import { exactTotal, takePage } from '../../../../src/api/reading/takePage.ts';

const range = { from: new Date('2026-06-01T10:00:00Z'), to: new Date('2026-06-01T11:00:00Z') };
/** A session for each: its id, then when it started: minutes and seconds after 10. */
const row = (text: string) => {
  const [id = '', time] = text.split('@');
  const members = {
    id,
    ...(time === undefined
      ? {}
      : { session_start_time: `2026-06-01T${time.split(':').length === 3 ? time : `10:${time}`}` }),
  };
  return { bytes: Buffer.from(JSON.stringify(members)), members };
};

function taken(texts: string, { total = 9, atLeast = false, asked = 3, order = 'newestFirst' as TimeOrder } = {}) {
  const rows = texts.split(' ').filter(Boolean).map(row);
  const found = takePage({ rows, total: { count: total, atLeast }, pageSize: asked, asked }, range, order);
  const { from, to } = found.rest ?? {};
  const rest =
    found.rest === range
      ? 'all'
      : from && to && `${from.toISOString().slice(11, 19)}-${to.toISOString().slice(11, 19)}`;
  const flags = [found.isOdd && 'odd', found.isInVain && 'in vain'].filter(Boolean).join();
  return [found.rows.map(({ key }) => key).join(' '), rest, flags];
}

describe('what an answer gives of a range', () => {
  it('is all of it where it has as many as it counts, and is not full', () => {
    assert.deepEqual(taken('a@50:00 b@40:00', { total: 2 }), ['a b', undefined, '']);
    assert.deepEqual(taken('', { total: 0 }), ['', undefined, '']);
    assert.deepEqual(taken('', { total: 0, atLeast: true }), ['', undefined, '']);
  });

  it('is what is certain where there is more: up to the second of the last one', () => {
    assert.deepEqual(taken('a@50:00 c@40:00.500 b@40:00'), ['a', '10:00:00-10:40:01', '']);
    assert.deepEqual(taken('a@50:00 b@40:00 c@30:00', { total: 3 }), ['a b', '10:00:00-10:30:01', '']);
    assert.deepEqual(taken('a@50:00 b@40:00', { total: 2, atLeast: true }), ['a', '10:00:00-10:40:01', '']);
    assert.deepEqual(taken('a@10:00 b@20:00', { order: 'oldestFirst' }), ['a', '10:20:00-11:00:00', '']);
  });

  it('is nothing where it cannot be gone on from', () => {
    // All in the first second, in another order, without a start.
    assert.deepEqual(taken('a@59:59 b@10:00 c@20:00'), ['', 'all', '']);
    assert.deepEqual(taken('a@10:00 b@20:00'), ['', 'all', '']);
    assert.deepEqual(taken('a@50:00 b'), ['', 'all', '']);
    assert.deepEqual(taken('a@11:00:00 b@11:00:00'), ['', 'all', '']);
  });

  it('is odd where it has a session twice, fewer than it counts, or those of another range', () => {
    assert.deepEqual(taken('a@50:00 a@50:00', { total: 2 }), ['a', undefined, 'odd']);
    assert.deepEqual(taken('a@50:00 a@50:00 b@40:00'), ['a', '10:00:00-10:40:01', 'odd']);
    assert.deepEqual(taken('a@10:00 a@10:00 b@20:00'), ['', 'all', 'odd']);
    assert.deepEqual(taken('', { total: 2 }), ['', 'all', 'odd,in vain']);
    assert.deepEqual(taken('a@12:00:00 b@09:00:00'), ['', 'all', 'odd,in vain']);
    assert.deepEqual(taken('a@12:00:00', { total: 1 }), ['a', undefined, 'odd']);
    // The seconds of its ends are part of it.
    assert.deepEqual(taken('a@11:00:00.900', { total: 1 }), ['a', undefined, '']);
    assert.deepEqual(taken('a@09:59:59', { total: 1 }), ['a', undefined, '']);
    assert.deepEqual(taken('a@11:00:01', { total: 1 }), ['a', undefined, 'odd']);
    assert.deepEqual(taken('a@09:59:58', { total: 1 }), ['a', undefined, 'odd']);
    assert.deepEqual(taken('a', { total: 1 }), ['a', undefined, '']);
  });

  it('has an exact total unless the service stopped counting, or gave more', () => {
    const total = (count: number, atLeast = false) =>
      exactTotal({ rows: [row('a'), row('b')], total: { count, atLeast }, pageSize: 3 });
    assert.deepEqual([total(2), total(3), total(1), total(3, true)], [2, 3, undefined, undefined]);
  });
});
