import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonLines } from '../../../../src/domain/json/jsonLines.ts';

describe('a JSON document on each line', () => {
  for (const [text, values] of [
    ['{"a":1}', [{ a: 1 }]],
    ['1\n2', [1, 2]],
    ['1\r\n\r\n \n2\n', [1, 2]],
    ['\u001e1\n\u001e2\n', [1, 2]],
    ['\u001e\n1', [1]],
    ['1\nx', undefined],
    ['1 2', undefined],
    ['', undefined],
    [' \n\n', undefined],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual(jsonLines(text), values));
});
