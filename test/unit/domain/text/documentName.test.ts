import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentName } from '../../../../src/domain/text/documentName.ts';

describe('the name of a document', () => {
  const table: [name: string, shown: string][] = [
    ['Failed webhooks', 'Failed webhooks'],
    ['a/b\\c', 'a-b-c'],
    ['Turned \u202Egnp.exe', 'Turned [U+202E]gnp.exe'],
    ['two\r\nlines\u2028and\u0000more\t', 'two lines and more'],
    ['$(zap) [x](command:y)', '$(zap) [x](command:y)'],
    [' \n', '-'],
  ];
  for (const [name, shown] of table) it(JSON.stringify(name), () => assert.equal(documentName(name), shown));

  it('of any length is cut in its middle', () => {
    const shown = documentName(`${'😀'.repeat(5000)} response.json`);
    assert.equal([...shown].length, 200);
    assert.match(shown, /^😀+…😀+ response\.json$/u);
    const longest = 'x'.repeat(200);
    assert.equal(documentName(longest), longest);
    assert.equal(documentName(`${longest}y`), `${'x'.repeat(180)}…${'x'.repeat(18)}y`);
  });
});
