import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sameButForIds } from '../../../../src/domain/comparison/ownIds.ts';

const [one, other] = ['session1', 'session2'];

describe('two texts are the same but for the ids of their sessions', () => {
  const cases: [
    what: string,
    left: unknown,
    right: unknown,
    same: boolean,
    ids?: Parameters<typeof sameButForIds>[2],
  ][] = [
    ['where each has its own', `of ${one}`, `of ${other}`, true],
    ['wherever they stand, and how often', `${one} ${one}`, `${other} ${other}`, true],
    ['but not where one has the other’s', `of ${other}`, `of ${one}`, false],
    ['but not where they differ beside them', `of ${one}`, `off ${other}`, false],
    ['but not where one has none', `of ${one}`, 'of', false],
    ['but not where neither has one', 'of', 'of', false],
    [
      'but not where an id may be part of a word',
      'of sessio1',
      'of sessio2',
      false,
      { left: 'sessio1', right: 'sessio2' },
    ],
    ['but not where no id is known', `of ${one}`, `of ${other}`, false, {}],
    ['but not where they are no texts', [one], [other], false],
    ['but not where one is no text', one, 5, false],
  ];
  for (const [what, left, right, same, ids = { left: one, right: other }] of cases)
    it(what, () => assert.equal(sameButForIds(left, right, ids), same));
});
