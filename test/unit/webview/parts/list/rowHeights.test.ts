import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RowHeights } from '../../../../../webview/parts/list/rowHeights.ts';

const heights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 700 });

/** Where each row of a list begins, and where the last one ends, added up one by one. */
function startsOf(all: readonly number[]): number[] {
  const starts = [0];
  for (const height of all) starts.push((starts.at(-1) ?? 0) + height);
  return starts;
}

describe('heights of rows', () => {
  it('say where each row begins, and which one stands at a place, also when some become others', () => {
    fc.assert(
      fc.property(
        heights,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 90 }))),
        fc.nat(),
        (first, changes, at) => {
          const rows = new RowHeights(first.length, (index) => first[index] ?? 0);
          const plain = [...first];
          for (const [place, height] of changes) {
            const index = place % plain.length;
            rows.set(index, height);
            plain[index] = height;
          }
          const starts = startsOf(plain);
          const total = starts.at(-1) ?? 0;
          assert.equal(rows.total, total);
          const row = at % plain.length;
          assert.equal(rows.startOf(row), starts[row]);
          const offset = at % total;
          assert.equal(
            rows.at(offset),
            starts.findLastIndex((start) => start <= offset),
          );
        },
      ),
    );
  });

  it('know the ends', () => {
    const rows = new RowHeights(300, () => 10);
    assert.deepEqual(
      [rows.at(-5), rows.at(2_999), rows.at(9_000), rows.startOf(300), rows.heightOf(300)],
      [0, 299, 299, 3_000, 0],
    );
    const none = new RowHeights(0, () => 10);
    assert.deepEqual([none.count, none.total, none.at(0), none.startOf(0)], [0, 0, 0, 0]);
  });
});
