import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JournalEntry } from '../../../../src/api/export/exportJournal.ts';
import { entryIn, lineOf } from '../../../../src/api/export/exportJournal.ts';

const range = { from: new Date(1000), to: new Date(2000) };
const entry: JournalEntry = {
  rows: [
    { key: 'a', time: 1500, length: 12, places: ['x', 3, undefined] },
    { key: 'b', time: undefined, length: 0, places: [] },
  ],
  isLate: true,
  leftOut: 1,
  end: 345,
  left: {
    parts: [{ range, isCounted: true }],
    counted: [{ range, total: 7 }],
    missing: [
      { range, reason: 'notGiven', count: 2 },
      { range, reason: 'repeated', count: undefined },
    ],
  },
};

describe('a line of an export’s journal', () => {
  for (const [what, written] of [
    ['all of it', entry],
    ['nothing left out', { ...entry, leftOut: 0, isLate: false }],
    ['no rows, nothing left', { ...entry, rows: [], left: { parts: [], counted: [], missing: [] } }],
  ] as const)
    it(`is read as it was written: ${what}`, () => assert.deepEqual(entryIn(lineOf(written)), written));

  it('says nothing of what is not so', () => {
    assert.ok(!lineOf({ ...entry, leftOut: 0 }).includes('leftOut'));
    const line = lineOf({ ...entry, left: { ...entry.left, parts: [{ range }] } });
    assert.deepEqual(entryIn(line)?.left.parts, [{ range, isCounted: false }]);
  });

  it('is none where its writing was cut', () => {
    for (const text of ['', '{', lineOf(entry).slice(0, -1), '{}', 'null'])
      assert.equal(entryIn(text), undefined, text);
  });
});
