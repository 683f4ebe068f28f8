import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readBoolean, readNumber } from '../../../../src/domain/tokens/fieldTokens.ts';

it('reads truth values and numbers, also from their texts, and nothing else for them', () => {
  assert.deepEqual([true, 'true', false, 'false'].map(readBoolean), [1, 1, 0, 0]);
  assert.deepEqual([0, 1, '', 'False', 'TRUE', 'no', 'x'].map(readBoolean), Array(7).fill(undefined));
  assert.deepEqual(
    ['1', '-1.5', '+2', '.5', '3.', '1e3', '2E-1', 7].map(readNumber),
    [1, -1.5, 2, 0.5, 3, 1000, 0.2, 7],
  );
  const none = [
    '',
    ' 1',
    '1 ',
    'x1',
    '1x',
    '.',
    'e3',
    '1e',
    '--1',
    '0x1',
    'Infinity',
    '1e999',
    Number.POSITIVE_INFINITY,
    true,
    false,
  ];
  assert.deepEqual(none.map(readNumber), Array(none.length).fill(undefined));
  assert.ok(Object.is(readNumber('-0'), 0));
});
