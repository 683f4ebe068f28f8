import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptState, readResultsState } from '../../../../webview/results/model/resultsState.ts';
import { GridSelection } from '../../../../webview/results/table/gridSelection.ts';
import {
  lineHeight,
  linesInSight,
  nearEdge,
  placeOfDrop,
  scrollToLine,
} from '../../../../webview/results/table/gridWindow.ts';
import { actionOf, moveOf } from '../../../../webview/results/table/tableKeys.ts';

describe('the lines that are drawn', () => {
  it('are those in sight and a few beyond, never more', () => {
    assert.deepEqual(linesInSight(100_000, 0, 240), { from: 0, to: 16 });
    assert.deepEqual(linesInSight(100_000, 1000 * lineHeight, 240), { from: 994, to: 1016 });
    assert.deepEqual(linesInSight(3, 0, 240), { from: 0, to: 3 });
    assert.deepEqual(linesInSight(0, 0, 240), { from: 0, to: 0 });
  });

  it('stay in reach when there are fewer of them than were scrolled through', () => {
    assert.deepEqual(linesInSight(20, 5000, 240), { from: 10, to: 20 });
  });

  it('are scrolled to no further than is needed', () => {
    const at = { scrollTop: 240, height: 264, head: 24 };
    assert.equal(scrollToLine(12, at), undefined);
    assert.equal(scrollToLine(9, at), 9 * lineHeight);
    assert.equal(scrollToLine(20, at), 21 * lineHeight - 240);
    assert.equal(scrollToLine(500, at), 500 * lineHeight - 120);
    assert.equal(scrollToLine(5, { scrollTop: 0, height: 0, head: 24 }), undefined);
  });
});

describe('a column that is drawn along', () => {
  it('is dropped into the nearest gap, and never before the first that may move', () => {
    const widths = [28, 100, 200, 50];
    const gaps = [-50, 0, 77, 79, 200, 229, 340, 360, 9000].map((x) => placeOfDrop(x, widths, 1));
    assert.deepEqual(gaps, [1, 1, 1, 2, 2, 3, 3, 4, 4]);
    assert.equal(placeOfDrop(10, [28], 1), 1);
  });

  it('scrolls at the edges of what is in sight', () => {
    assert.deepEqual(
      [100, 129, 400, 580, 700].map((x) => Math.sign(nearEdge(x, 100, 600))),
      [-1, 0, 0, 1, 1],
    );
  });
});

describe('what is selected', () => {
  const lines = Int32Array.of(-1, 7, 3, -2, 5);

  it('of a table is of what is seen alone', () => {
    const selection = new GridSelection();
    const before = Int32Array.of(4, 2, 7, 9);
    selection.moveTo(1, before);
    selection.extendTo(2, before);
    const after = Int32Array.of(9, 7);
    selection.follow(before, after);
    assert.deepEqual([...selection.rows], [7]);
    assert.deepEqual(selection.inOrder(after), [7]);
    selection.follow(after, before);
    assert.deepEqual(selection.inOrder(before), [7]);
  });

  it('is a range from where it began, without the heads of groups', () => {
    const selection = new GridSelection();
    selection.moveTo(1, lines);
    selection.extendTo(4, lines);
    assert.deepEqual(selection.inOrder(lines), [7, 3, 5]);
    selection.extendTo(2, lines);
    assert.deepEqual(selection.inOrder(lines), [7, 3]);
  });

  it('is taken in and out one by one, or all at once', () => {
    const selection = new GridSelection();
    selection.moveTo(4, lines);
    selection.toggle(1, lines);
    assert.deepEqual(selection.inOrder(lines), [7, 5]);
    selection.toggle(1, lines);
    assert.deepEqual(selection.inOrder(lines), [5]);
    selection.selectAll(lines);
    assert.deepEqual(selection.inOrder(lines), [7, 3, 5]);
  });

  it('is the row with the keys where nothing else is', () => {
    const selection = new GridSelection();
    selection.line = 2;
    assert.deepEqual(selection.inOrder(lines), [3]);
    selection.line = 0;
    assert.deepEqual(selection.inOrder(lines), []);
  });

  it('follows its row into another order', () => {
    const selection = new GridSelection();
    selection.moveTo(2, lines);
    selection.follow(lines, Int32Array.of(5, 7, 3));
    assert.equal(selection.line, 2);
    selection.follow(Int32Array.of(5, 7, 3), Int32Array.of(9));
    assert.equal(selection.line, 0);
    selection.follow(Int32Array.of(9), new Int32Array(0));
    selection.follow(new Int32Array(0), lines);
    assert.equal(selection.line, 0, 'rows that come have the keys in the first of them, not in the head');
  });
});

describe('keys of the table', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...held,
  });

  it('mean the same with Command as with Control', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
      assert.equal(actionOf(key('c', held), true), 'copy');
      assert.deepEqual(moveOf(key('Home', held), true), { line: 'first' });
    }
  });

  it('without a modifier mean nothing where they are turned off', () => {
    assert.equal(actionOf(key('s'), true), 'sort');
    assert.equal(actionOf(key('s'), false), undefined);
    assert.deepEqual(moveOf(key('j'), false), undefined);
    assert.deepEqual(moveOf(key('ArrowDown'), false), { line: 1 });
  });

  it('that every object has are none of ours', () => {
    for (const name of ['constructor', '__proto__', 'toString']) assert.equal(actionOf(key(name), true), undefined);
  });
});

describe('what was kept of the results', () => {
  it('is read as it was kept', () => {
    const state = {
      tab: 'charts',
      sort: { path: 'source', direction: 'desc' as const },
      group: 'channel',
      choices: [{ facet: 'tag', wanted: ['a'], unwanted: ['b'] }],
      ranges: [{ of: 'start' as const, from: 1, to: 2 }],
      widths: new Map([['source', 200]]),
      facetsShown: false,
      mapAsTable: true,
      openFacets: ['tag'],
    };
    assert.deepEqual(readResultsState(structuredClone(keptState(state))), state);
  });

  const broken: unknown[] = [
    undefined,
    null,
    3,
    [],
    {
      tab: 1,
      sort: {},
      choices: 'x',
      ranges: [{}],
      widths: [
        [1, 2],
        ['a', 'b'],
      ],
      openFacets: 4,
    },
  ];
  for (const kept of broken) {
    it(`is nothing of ${JSON.stringify(kept) ?? 'nothing'}`, () => {
      const { sort, choices, ranges, widths, tab } = readResultsState(kept);
      assert.deepEqual([sort, choices, ranges, widths.size, tab], [undefined, [], [], 0, 'table']);
    });
  }

  it('has no width that nobody could see', () => {
    const { widths } = readResultsState({
      widths: [
        ['a', 1],
        ['b', 1e9],
      ],
    });
    assert.deepEqual(
      [...widths],
      [
        ['a', 48],
        ['b', 1200],
      ],
    );
  });
});
