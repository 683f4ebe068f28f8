import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { alignSequences } from '../../../../src/domain/alignment/alignSequences.ts';

/** The textbook's way: a table of lengths, cell by cell. */
function textbook(left: readonly string[], right: readonly string[]): number[] {
  const rows = left.map(() => new Array<number>(right.length + 1).fill(0));
  rows.push(new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (row) row[j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs = left.map(() => -1);
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs[i++] = j++;
    else if (at(i + 1, j) > at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

describe('alignSequences', () => {
  const cases: [left: string, right: string, pairs: number[]][] = [
    ['', '', []],
    ['a', '', [-1]],
    ['abc', 'abc', [0, 1, 2]],
    ['abc', 'axc', [0, -1, 2]],
    ['abcabba', 'cbabac', [-1, 1, -1, 2, 3, -1, 4]],
    ['xa', 'yaa', [-1, 2]],
  ];
  for (const [left, right, pairs] of cases) {
    it(`${left || 'nothing'} beside ${right || 'nothing'}`, () => {
      assert.deepEqual(textbook([...left], [...right]), pairs);
      assert.deepEqual(alignSequences([...left], [...right]), pairs);
    });
  }

  it('is what the textbook says, for any two sequences', () => {
    const symbols = (distinct: number) =>
      fc.array(
        fc.integer({ min: 0, max: distinct }).map((symbol) => `s${symbol}`),
        { maxLength: 140 },
      );
    const two = fc.integer({ min: 0, max: 12 }).chain((distinct) => fc.tuple(symbols(distinct), symbols(distinct)));
    fc.assert(
      fc.property(two, ([left, right]) => assert.deepEqual(alignSequences(left, right), textbook(left, right))),
      {
        numRuns: 400,
      },
    );
  });

  it('compares 20,000 entries as a whole: what moved far is found', () => {
    const names = Array.from({ length: 15_000 }, (_, index) => `n${index}`);
    const added = Array.from({ length: 5_000 }, (_, index) => `added${index}`);
    const pairs = alignSequences(['lost', ...names], [...added, ...names]);
    assert.deepEqual(pairs, [-1, ...names.map((_, index) => 5_000 + index)]);
  });

  it('goes through any length a stretch at a time', () => {
    const many = Array.from({ length: 70_000 }, (_, index) => `n${index % 9}`);
    const pairs = alignSequences(['other', ...many], ['another', ...many]);
    assert.ok(pairs.filter((found) => found >= 0).length > 69_000);
  });
});
