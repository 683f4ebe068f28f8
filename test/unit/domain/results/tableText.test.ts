import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvOf, markdownOf, tsvOf } from '../../../../src/domain/results/text/tableText.ts';

const table = {
  head: ['id', 'source'],
  rows: [
    ['1', '=cmd|x'],
    ['2', 'a\tb\nc'],
    ['3', '<b>|*x*'],
    ['4', '-5'],
    ['5', 'say "hi", all'],
  ],
};

describe('a table as text', () => {
  it('is no formula in a spreadsheet, and keeps its lines', () => {
    assert.equal(tsvOf(table), 'id\tsource\n1\t\'=cmd|x\n2\ta b c\n3\t<b>|*x*\n4\t-5\n5\tsay "hi", all');
  });

  it('is CSV as RFC 4180 has it', () => {
    assert.equal(
      csvOf(table),
      '\uFEFFid,source\r\n1,\'=cmd|x\r\n2,"a\tb\nc"\r\n3,<b>|*x*\r\n4,-5\r\n5,"say ""hi"", all"\r\n',
    );
  });

  it('is Markdown that shows what is written', () => {
    assert.equal(
      markdownOf(table),
      '| id | source |\n| --- | --- |\n| 1 | =cmd\\|x |\n| 2 | a\tb c |\n| 3 | \\<b\\>\\|\\*x\\* |\n| 4 | -5 |\n| 5 | say "hi", all |\n',
    );
  });
});
