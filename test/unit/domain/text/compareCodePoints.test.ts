import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compareCodePoints } from '../../../../src/domain/text/compareCodePoints.ts';

/** Each before the next. */
const ordered = [
  '',
  'A',
  'AA',
  'AB',
  'B',
  'a',
  'z',
  '\u{d7ff}',
  '\u{e000}',
  '\uff21',
  '\uff21\u{1f600}',
  '\u{10000}',
  '\u{1f600}',
  '\u{1f600}a',
  '\u{1f601}',
];

it('texts are compared by code points, whatever pairs they are made of', () => {
  for (const [left, one] of ordered.entries())
    for (const [right, other] of ordered.entries())
      assert.equal(Math.sign(compareCodePoints(one, other)), Math.sign(left - right), `${one} and ${other}`);
});
