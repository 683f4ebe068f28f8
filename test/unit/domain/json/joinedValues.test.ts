import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinedValues } from '../../../../src/domain/json/joinedValues.ts';

function found(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const { places, end } = joinedValues(bytes);
  return [...places.map((place) => bytes.toString('utf8', place.start, place.end)), bytes.toString('utf8', end)];
}

describe('documents that follow each other', () => {
  for (const [text, pieces] of [
    ['', ['']],
    [' \n', ['']],
    ['{"a":1}{"b":2}', ['{"a":1}', '{"b":2}', '']],
    ['1,\t2\r\n\u001e3 ', ['1', '2', '3', '']],
    ['\ufeff1\u0085 2\u20283\u2029\ufeff', ['1', '2', '3', '']],
    // Where what stands there is no JSON, the rest of it is left.
    ['1 x 2', ['1', 'x 2']],
    ['1\u00a02', ['1', '\u00a02']],
    ['[1', ['[1']],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual(found(text), pieces));
});
