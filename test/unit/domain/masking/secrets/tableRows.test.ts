import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endOfLine, readRow } from '../../../../../src/domain/masking/secrets/tableRows.ts';
import { marked } from '../support/marked.ts';

describe('the cells of a row', () => {
  const cases: [mark: string, text: string, cells: string, next?: string][] = [
    [',', 'a,b', '«a»,«b»'],
    [',', ' a , b c\t,', ' «a» , «b c»\t,«»'],
    [',', ',,', '«»,«»,«»'],
    [',', '', '«»'],
    [',', '\uFEFFa,b', '\uFEFF«a»,«b»'],
    [',', '"a,b",c', '"«a,b»",«c»'],
    [',', '"a" , c', '"«a»" , «c»'],
    [',', "'a,b',c", "'«a,b»',«c»"],
    [',', '"a""b",c', '"«a""b»",«c»'],
    [',', '"a\\"b",c', '"«a\\"b»",«c»'],
    [',', '"a\\\\",c', '"«a\\\\»",«c»'],
    [',', '"a\nb",c', '"«a\nb»",«c»'],
    [',', '"a" b,c', '«"a" b»,«c»'],
    [',', '"a,b', '«"a»,«b»'],
    [',', '"",b', '"«»",«b»'],
    [',', 'a "b",c', '«a "b"»,«c»'],
    [',', 'a,b\nc', '«a»,«b»\nc', 'c'],
    [',', '"a"\nc', '"«a»"\nc', 'c'],
    [',', 'a\r\nc', '«a»\r\nc', 'c'],
    [',', 'a\rc', '«a»\rc', 'c'],
    ['\t', 'a\t\tb', '«a»\t«»\t«b»'],
    ['\t', ' a\t b', ' «a»\t «b»'],
    ['|', '| a | b |', '| «a» | «b» |'],
    ['|', 'a | b', '«a» | «b»'],
    ['|', 'a | b |', '«a» | «b» |«»'],
    ['|', '| a | |', '| «a» | «»|'],
    ['|', '| a\\|b | c |', '| «a\\|b» | «c» |'],
    ['||', '||a||b||', '||«a»||«b»||'],
    ['||', 'a || b|c', '«a» || «b|c»'],
  ];
  for (const [mark, text, cells, next = ''] of cases) {
    it(JSON.stringify(text), () => {
      const row = readRow(text, 0, { mark, isFrame: mark.startsWith('|') });
      assert.equal(marked(text, row.cells), cells);
      assert.equal(text.slice(row.end), next);
    });
  }

  it('begin where they are looked for', () => {
    const text = 'x\n| a | b |';
    assert.equal(marked(text, readRow(text, 2, { mark: '|', isFrame: true }).cells), 'x\n| «a» | «b» |');
  });

  it('in quotes are no longer than any is', () => {
    const long = 'x'.repeat(3990);
    for (const [text, isOne] of [
      [`"${long},y"`, true],
      [`"${long}xxxxxxxxxx,y"`, false],
    ] as const)
      assert.equal(readRow(text, 0, { mark: ',', isFrame: false }).cells.length, isOne ? 1 : 2);
  });
});

describe('the end of a line', () => {
  for (const [text, at, start, end] of [
    ['ab\ncd', 0, 2, 3],
    ['ab\r\ncd', 1, 2, 4],
    ['ab\rcd', 0, 2, 3],
    ['ab\ncd', 2, 2, 3],
    ['ab\ncd', 3, 5, 5],
    ['', 0, 0, 1],
  ] as const)
    it(`${JSON.stringify(text)} from ${at}`, () => assert.deepEqual(endOfLine(text, at), { start, end }));
});
