import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { numberText } from '../../../../src/domain/text/numberText.ts';

describe('a number as people write it', () => {
  for (const [value, language, text] of [
    [20_000, 'en', '20,000'],
    [20_000, 'de', '20.000'],
    [20_000, 'fr', '20\u202F000'],
    [1_234_567, 'hi', '12,34,567'],
    [999, 'en', '999'],
    [1.23456, 'en', '1.235'],
    [0, 'en', '0'],
    [1_204, 'no language', '1,204'],
    [1_204, 'qps-ploc', '1,204'],
  ] as const) {
    it(`is ${text} for ${value} in "${language}"`, () => assert.equal(numberText(value, language), text));
  }
});
