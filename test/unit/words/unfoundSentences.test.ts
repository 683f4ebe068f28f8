import assert from 'node:assert/strict';
import { it } from 'node:test';
import { unfoundSentences } from '../../../src/words/unfoundSentences.ts';

for (const [undated, repeated, sentences] of [
  [0, 0, []],
  [1, 0, ['1 of 2,000 sessions of the file is in no range: no session_start_time that can be read.']],
  [0, 1, ['1 of 2,000 sessions of the file has the id of a later one, which counts.']],
  [
    1200,
    2,
    [
      '1,200 of 2,000 sessions of the file are in no range: no session_start_time that can be read.',
      '2 of 2,000 sessions of the file have the id of a later one, which counts.',
    ],
  ],
] as const)
  it(`says of ${undated} sessions without a start and ${repeated} replaced ones that nobody finds them`, () =>
    assert.deepEqual(unfoundSentences({ count: 2000, undated, repeated }), sentences));
