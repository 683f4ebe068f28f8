import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseForValues } from '../../../../src/domain/json/parseForValues.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';

const odd = [
  '12345678901234567',
  '-0',
  '1.50',
  '1e3',
  '-1.5E+2',
  '0.0000001',
  '0.12345678901234567',
  '-12345678901234567',
];
const plain = ['0', '12', '-7', '1.5', '0.25', '123456789012345', '-0.5'];

describe('parsing for values', () => {
  for (const number of [...odd, ...plain]) {
    it(`keeps ${number} as it is written`, () => {
      for (const text of [`{"a":${number}}`, `{"a":[1,${number},2]}`, `[${number}]`, `{"b":{"a":${number}}}`])
        assert.equal(writeJson(parseForValues(text)), text);
      assert.equal(writeJson(parseForValues(`{"a" : ${number} }`)), `{"a":${number}}`);
    });
  }

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(JSON.parse(writeJson(parseForValues(text))), JSON.parse(text));
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
    );
  });
});
