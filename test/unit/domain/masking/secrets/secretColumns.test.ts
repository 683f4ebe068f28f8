import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { secretsOfColumns } from '../../../../../src/domain/masking/secrets/secretColumns.ts';
import { marked } from '../support/marked.ts';

describe('secrets in columns that blanks set apart', () => {
  const found: [what: string, expected: string][] = [
    ['below the beginning of a name', 'name  token\njo    «token: ab12»'],
    ['below the end of a name', '   id   token\n    1    «token: ab12»'],
    ['within the width of a name', 'id  session token\n1    «session token: ab12»'],
    ['in each row', 'name  token\njo    «token: ab12»\nal    «token: cd34»'],
    ['up to a row with one cell', 'name  token\njo    «token: ab12»\nend\nal    cd34'],
    ['in a row that is not aligned, below one that is', 'name  token\njo    «token: ab12»\nalexandra  «token: cd34»'],
    [
      'by the cell below, where one is missing',
      'id  token     city\n1   «token: ab12»      Rome\n2             Rome\n3   «token: cd34»',
    ],
    ['with a blank in it, below a rule', 'id  token  \n--  -------\n1   «token: ab 12»'],
    ['below rules that have one blank between', 'id  token\n-- -----\n1  «token: ab12»'],
    ['below a rule of other marks', 'id  token\n==  =====\n1   «token: ab12»'],
    ['behind a rule that has not as many', 'id  token\n---------\n1   «token: ab12»'],
    ['in the second of two tables', 'id  city\n1   Rome\n\nid  token\n1   «token: ab12»'],
    ['as a pair', 'token    «token: ab12»'],
    ['as pairs', 'token    «token: ab12»\npin      «pin: 1234»'],
    ['with lines as Windows ends them', 'name  token\r\njo    «token: ab12»\r\n'],
  ];
  for (const [what, expected] of found) {
    it(`are found ${what}`, () => {
      const text = expected.replaceAll(/«[^:»]+: |»/g, '');
      assert.equal(marked(text, secretsOfColumns(text)), expected);
    });
  }

  for (const [what, text] of [
    ['a text with single blanks', 'name token\njo ab12'],
    ['a header alone', 'name  token'],
    ['a header above one cell', 'name  token\njo'],
    ['a row that is not aligned', 'name  token\n jo       ab12'],
    ['a pair of a plain word', 'token    expired'],
    ['a pair of two words', 'token    ab12 cd34'],
    ['three in a row', 'the token    ab12    cd34'],
    ['a header that is too long', `${'x'.repeat(1000)}  token\n1  ab12`],
    ['other columns', 'name  city\njo    ab12'],
  ] as const)
    it(`are not seen in ${what}`, () => assert.deepEqual(secretsOfColumns(text), []));
});
