import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RowCount } from '../../../../src/api/search/rowCount.ts';

const window = (day: number) => ({ from: new Date(day * 86_400_000), to: new Date((day + 1) * 86_400_000) });
const [newer, older] = [window(2), window(1)];
const exactly = (count: number) => ({ count, atLeast: false });
const atLeast = (count: number) => ({ count, atLeast: true });

describe('how many rows a search has', () => {
  it('is not known before all windows were counted', () => {
    const count = new RowCount([newer, older], 0);
    assert.deepEqual(count.total, atLeast(0));
    count.counted(newer, exactly(5));
    assert.deepEqual([count.total, count.ofWindows], [atLeast(5), atLeast(5)]);
    assert.deepEqual([count.countOf(newer), count.countOf(older), count.countOf(undefined)], [5, 0, 0]);
    count.counted(older, exactly(3));
    assert.deepEqual([count.total, count.ofWindows, count.countedWindows], [exactly(8), exactly(8), 2]);
    count.counted(older, atLeast(4));
    assert.deepEqual([count.total, count.ofWindows, count.countedWindows], [atLeast(9), atLeast(9), 2]);
  });

  it('is what was given, what waits, and what the newest answers leave', () => {
    const count = new RowCount([newer], 0);
    count.counted(newer, exactly(5));
    count.came(newer, 2, exactly(4));
    assert.deepEqual(count.total, exactly(6));
    count.handedOn(newer);
    count.give();
    assert.deepEqual([count.total, count.given], [exactly(6), 1]);
    count.handedOn(newer);
    assert.deepEqual([count.total, count.given], [exactly(6), 1]);
    // No more than came is handed on.
    count.handedOn(newer);
    count.drop(false);
    assert.deepEqual(count.total, exactly(6));
    count.drop(false);
    assert.deepEqual(count.total, exactly(5));
    count.ended(newer);
    assert.deepEqual(count.total, exactly(1));
    assert.deepEqual(count.ofWindows, exactly(5));
  });

  it('leaves out what two windows share, once', () => {
    const count = new RowCount([newer, older], 0);
    for (const one of [newer, older]) {
      count.counted(one, exactly(3));
      count.came(one, 3, exactly(0));
    }
    count.shares(2);
    assert.deepEqual([count.total, count.ofWindows], [exactly(4), exactly(4)]);
    for (const isShared of [true, true, true, false]) {
      count.handedOn(older);
      count.drop(isShared);
    }
    assert.deepEqual([count.total, count.ofWindows], [exactly(3), exactly(4)]);
  });

  it('has those that were skipped, as far as they are there', () => {
    for (const [there, total] of [
      [10, 8],
      [3, 6],
    ] as const) {
      const count = new RowCount([newer], 5);
      count.counted(newer, exactly(there));
      assert.deepEqual(count.total, exactly(there));
      count.came(newer, 1, exactly(2));
      assert.deepEqual(count.total, exactly(total));
    }
  });

  it('knows nothing of a window that was never read', () => {
    const count = new RowCount([newer], 0);
    count.handedOn(older);
    count.give();
    assert.deepEqual(count.total, atLeast(1));
  });
});
