import assert from 'node:assert/strict';
import { it } from 'node:test';
import { letterCodes } from '../../../src/domain/masking/text/letterCodes.ts';
import { letterReader } from '../../../src/machine/letterReader.ts';

it('reads the codes that the language has, whatever was read before', () => {
  const read = letterReader();
  for (const text of [
    '',
    'plain',
    'é',
    'Zoë \u{1F600} \ud83d alone',
    'x'.repeat(70_000),
    '\0"\\',
    'long é '.repeat(30_000),
    'a',
  ]) {
    assert.deepEqual(read(text).slice(0, text.length + 1), letterCodes(text), text.slice(0, 20));
  }
});
