import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { piecesOf } from '../../../../src/api/reading/piecesOf.ts';

/** The edges of the pieces, in seconds. */
function edges(from: number, to: number, answers: number): readonly number[] {
  const pieces = piecesOf({ from: new Date(from * 1000), to: new Date(to * 1000) }, answers);
  for (const [at, { from: start }] of pieces.entries())
    if (at > 0) assert.deepEqual(start, pieces[at - 1]?.to, 'neighbours share an instant');
  return [...pieces.map((piece) => piece.from.getTime() / 1000), (pieces.at(-1)?.to.getTime() ?? 0) / 1000];
}

describe('pieces of a range', () => {
  const cases: [what: string, from: number, to: number, answers: number, found: number[]][] = [
    ['one for what fits into one answer', 0, 100, 0.85, [0, 100]],
    ['two for a little more', 0, 100, 0.86, [0, 50, 100]],
    ['whole seconds', 0, 10, 2, [0, 3, 6, 10]],
    ['one for nothing', 0, 100, 0, [0, 100]],
    ['no more than there are seconds', 5, 7, 100, [5, 6, 7]],
    ['one within a second', 5, 5.5, 100, [5, 5.5]],
    ['the end as it is', 0, 2.5, 1.5, [0, 1, 2.5]],
  ];
  for (const [what, from, to, answers, found] of cases)
    it(what, () => assert.deepEqual(edges(from, to, answers), found));

  it('64 at the most', () => assert.equal(edges(0, 100_000, 1000).length, 65));
});
