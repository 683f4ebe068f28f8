import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letterCodes } from '../../../../../src/domain/masking/text/letterCodes.ts';
import { isOrdinaryAt, ordinary } from '../../../../../src/domain/masking/text/ordinaryIds.ts';

const isOrdinary = (text: string): boolean => isOrdinaryAt(letterCodes(`"${text}"`), 1, 1 + text.length);

const ids = [
  '8ae433e8-7bc1-41a0-b0a6-012345678901',
  'a93d0e4c7b5f4c6d8e21f0b7964c3a15',
  '61a8f0c2d4e5b60012ab34cd',
  '2026-05-31T12:00:00.000000',
  '2026-05-31 12:00:00.123456',
];

describe('ids and times', () => {
  for (const id of ids) {
    it(`are told by their letters: ${id}`, () => {
      assert.ok(ordinary.test(id) && isOrdinary(id));
      // With any letter changed, left out or put in, the quick look never says more than the pattern.
      for (let at = 0; at <= id.length; at += 1) {
        for (const letter of ['', '0', '9', 'a', 'f', 'g', 'A', '-', ':', '.', 'T', ' ', '+', '"', '\\', 'é']) {
          for (const text of [id.slice(0, at) + letter + id.slice(at + 1), id.slice(0, at) + letter + id.slice(at)]) {
            if (isOrdinary(text)) assert.match(text, ordinary);
          }
        }
      }
    });
  }

  const others = ['4a6f2071407465737420636f', '123456789012345678901234', '447700900123', ''];
  for (const text of others) it(`are not: ${text}`, () => assert.ok(!isOrdinary(text) && !ordinary.test(text)));
});
