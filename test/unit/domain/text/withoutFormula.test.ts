import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutFormula } from '../../../../src/domain/text/withoutFormula.ts';

describe('a text in a spreadsheet', () => {
  for (const text of [
    '=1+1',
    '+a',
    '-a',
    '@a',
    ' =1',
    '\u200B=1',
    '＝1',
    '﹣a',
    '\tx',
    '\nx',
    '--1',
    '+1-1',
    '-',
    '-.',
    '=',
  ]) {
    it(`is no formula: ${JSON.stringify(text)}`, () => assert.equal(withoutFormula(text), `'${text}`));
  }
  for (const text of ['', 'a=1', '1+1', ' x', '-1', '+1.5', '-.5', '+1.', '-1e-5', '+2E+10', '1@a'])
    it(`stays as it is: ${JSON.stringify(text)}`, () => assert.equal(withoutFormula(text), text));
});
