import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closest } from '../../../../src/domain/text/closest.ts';

/** How many letters have to be added, dropped, changed or swapped with their neighbour, as the books have it. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, at) => at)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      row[j] = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + cost);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) row[j] = Math.min(row[j] ?? 0, at(i - 2, j - 2) + 1);
    }
  }
  return at(left.length, right.length);
}

function slowly(text: string, candidates: readonly string[]): readonly string[] {
  const limit = Math.min(3, Math.max(1, Math.floor(text.length / 3)));
  return candidates
    .map((candidate) => {
      const isTail = candidate.toLowerCase().endsWith(`.${text.toLowerCase()}`);
      return { candidate, score: isTail ? 0.5 : distance(text.toLowerCase(), candidate.toLowerCase()) };
    })
    .filter(({ score }) => score <= limit)
    .sort((a, b) => a.score - b.score || a.candidate.length - b.candidate.length)
    .map(({ candidate }) => candidate);
}

const name = fc.stringMatching(/^[abAB.]{0,12}$/u);
test('what was meant is as near as its letters are', () => {
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 6 }), (text, candidates) =>
      assert.deepEqual(closest(text, candidates, 9), slowly(text, candidates)),
    ),
    { numRuns: 400 },
  );
});

test('so many are given, the shorter first of those that are as near, and none for what is no name', () => {
  assert.deepEqual(closest('statsu', ['state', 'status', 'statuses'], 9), ['status', 'state']);
  assert.deepEqual(closest('tag', ['tags_list.tag', 'tags', 'x.tagged'], 1), ['tags_list.tag']);
  const long = 'a'.repeat(100);
  assert.deepEqual([closest(long, [long], 1), closest(`${long}a`, [`${long}a`], 1)], [[long], []]);
});
