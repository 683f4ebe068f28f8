import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSearchPage } from '../../../../src/api/client/searchPage.ts';
import type { ExportFormat } from '../../../../src/api/export/exportFormats.ts';
import { exportFormats } from '../../../../src/api/export/exportFormats.ts';
import { readRow } from '../../../../src/api/reading/readRow.ts';

/** A session as a row of the file, without what ends it. */
function rowOf(session: string, format: ExportFormat, fields: readonly string[] = []): string {
  const { names, row } = exportFormats[format](fields);
  const [first] = readSearchPage(Buffer.from(`{"total":1,"hits":[${session}]}`), names)?.rows ?? [];
  assert.ok(first);
  return String(Buffer.from(row(readRow(first), undefined) ?? []));
}
const cell = (session: string, field: string): string => rowOf(session, 'csv', [field]).slice(',,'.length);

describe('a cell of CSV', () => {
  const name = (text: string) => cell(JSON.stringify({ agent_information: { name: text } }), 'agent_information.name');
  const cases: [text: string, expected: string][] = [
    ['=1+1', "'=1+1"],
    ['\n=HYPERLINK("https://attacker.invalid")', '"\'\n=HYPERLINK(""https://attacker.invalid"")"'],
    ['\r\n@SUM(1)', '"\'\r\n@SUM(1)"'],
    ['\t=1', "'\t=1"],
    ['  =1', "'  =1"],
    ['\u200b=1', "'\u200b=1"],
    ['＝cmd|x', "'＝cmd|x"],
    ['＋1-2', "'＋1-2"],
    ['－1-2', "'－1-2"],
    ['＠x', "'＠x"],
    ['-x', "'-x"],
    ['﹦1', "'﹦1"],
    ['\u2028=1', "'\u2028=1"],
    ['+447700900123', '+447700900123'],
    ['-1e-7', '-1e-7'],
    ['-12.50', '-12.50'],
    ['+1.2.3', "'+1.2.3"],
    ['-1e', "'-1e"],
    ['two\nlines', '"two\nlines"'],
    ['a-b', 'a-b'],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(name(text), expected));

  const durations: [written: string, expected: string][] = [
    ['-1e-7', '-1e-7'],
    ['-0.50', '-0.50'],
    ['1e400', '1e400'],
    ['1234567890123456789', '1234567890123456789'],
  ];
  for (const [written, expected] of durations) {
    it(`of the number ${written}`, () =>
      assert.equal(cell(`{"channel_data":{"duration":${written}}}`, 'channel_data.duration'), expected));
  }
});

describe('a session as JSON', () => {
  const text = '{"id":"1","source":9720014044002503,"x":{"b":12.50,"1":1e400,"b":2}}';

  it('is written as it came', () => {
    assert.equal(rowOf(text, 'ndjson'), text);
    assert.equal(rowOf(text, 'json'), text);
  });

  for (const levels of [5_000, 10_000, 100_000]) {
    it(`is written with ${levels} levels, in every form`, () => {
      const deep = `{"id":"1","params":${'['.repeat(levels)}${']'.repeat(levels)},"a":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
      assert.equal(rowOf(deep, 'ndjson'), deep);
      assert.match(rowOf(deep, 'csv', ['params', 'a', 'params.x', 'a.a.b']), /^1,/);
    });
  }
});
