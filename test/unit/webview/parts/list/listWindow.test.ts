import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ListWindow } from '../../../../../webview/parts/list/listWindow.ts';
import { RowHeights } from '../../../../../webview/parts/list/rowHeights.ts';

/** A list of rows of 20 pixels with room for ten of them. */
function windowOf(count: number): ListWindow {
  const shown = new ListWindow();
  shown.heights = new RowHeights(count, () => 20);
  shown.height = 200;
  return shown;
}

describe('the part of a list that is in sight', () => {
  it('is drawn with some rows beyond it', () => {
    const shown = windowOf(100);
    shown.offset = 400;
    const rows = shown.rowsToDraw();
    assert.deepEqual(
      [shown.drawn, rows[0], rows.at(-1)],
      [[20, 29], { index: 12, start: 240 }, { index: 37, start: 740 }],
    );
    assert.equal(shown.isDrawnElsewhere, false);
    shown.offset = 420;
    assert.equal(shown.isDrawnElsewhere, true);
  });

  it('is nothing of a list without rows', () => {
    const shown = windowOf(0);
    assert.deepEqual([shown.rowsToDraw(), shown.drawn], [[], [0, -1]]);
    shown.aim(0);
    assert.equal(shown.hasGoal, false);
  });

  it('moves no further than is needed to a row that is near, and has one from elsewhere in its middle', () => {
    const shown = windowOf(100);
    shown.aim(10);
    assert.equal(shown.offset, 20);
    shown.aim(50);
    assert.equal(shown.offset, 910);
    shown.aim(99);
    assert.equal(shown.offset, 1_800);
    shown.aim(0);
    assert.equal(shown.offset, 0);
  });

  it('does not hide a row below what stays at its top', () => {
    const shown = windowOf(100);
    shown.covered = 24;
    shown.offset = 400;
    shown.aim(20);
    assert.equal(shown.offset, 376);
  });

  it('keeps in its place what is in sight when rows above it turn out higher', () => {
    const shown = windowOf(100);
    shown.offset = 405;
    const changed = shown.keepPlace(() => {
      shown.heights.set(3, 60);
      return true;
    });
    assert.deepEqual([changed, shown.offset], [true, 445]);
  });

  it('follows what is to be shown until that is where it was thought to be', () => {
    const shown = windowOf(100);
    shown.aim(50);
    shown.keepPlace(() => {
      for (let index = 0; index < 50; index += 1) shown.heights.set(index, 40);
      return true;
    });
    assert.equal(shown.offset, 1_910);
    shown.forgetGoal();
    assert.equal(shown.hasGoal, false);
    assert.equal(shown.isInSight(50), true);
    assert.equal(shown.isInSight(10), false);
  });
});
