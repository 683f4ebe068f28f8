import assert from 'node:assert/strict';
import { it } from 'node:test';
import { positionIn } from '../../../../src/domain/text/positionIn.ts';

it('counts lines and columns from 1, whatever ends a line', () => {
  const at = (offset: number): string => {
    const { line, column } = positionIn('ab\r\nc\nd\re', offset);
    return `${line}:${column}`;
  };
  assert.deepEqual([0, 2, 4, 5, 6, 8, 9, 99].map(at), ['1:1', '1:3', '2:1', '2:2', '3:1', '4:1', '4:2', '4:2']);
});
