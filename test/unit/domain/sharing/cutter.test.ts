import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../src/domain/masking/mask.ts';
import { csvCell } from '../../../../src/domain/sharing/csvCell.ts';
import { createCutter } from '../../../../src/domain/sharing/cutter.ts';
import { fill, joined, mapTexts } from '../../../../src/domain/sharing/template.ts';

const shown = (text: string, cutter = createCutter('asRecorded')): string =>
  fill(cutter.text(text), ({ name }) => `{${name}}`);

describe('a text whose secrets are cut out', () => {
  const cases: [text: string, expected: string][] = [
    ['nothing here', 'nothing here'],
    ['', ''],
    ['password=hunter2', 'password={PASSWORD}'],
    ['{"apiKey":"hunter2x"}', '{"apiKey":"{API_KEY}"}'],
    ['PWD=hunter2', 'PWD={PASSWORD}'],
    ['2fa_code=hunter2', '2fa_code={FA_CODE}'],
    ['пароль=hunter2', 'пароль={SECRET}'],
    // One secret has one name, two have two.
    ['password=hunter2&password=hunter2', 'password={PASSWORD}&password={PASSWORD}'],
    ['password=hunter2&password=hunter3', 'password={PASSWORD}&password={PASSWORD_2}'],
    ['Call jane.doe@mail.example', 'Call jane.doe@mail.example'],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(shown(text), expected));

  it('has the rest masked where that is wanted', () => {
    const cutter = createCutter(createMask());
    assert.equal(shown('jane.doe@mail.example password=hunter2', cutter), 'EMAIL-1 password={PASSWORD}');
    assert.deepEqual(cutter.secrets, [{ name: 'PASSWORD' }]);
    assert.equal(shown('{"phone":447700900123}', cutter), '{"phone":"CALLER-1"}');
  });

  it('knows its secrets from one text to the next', () => {
    const cutter = createCutter('asRecorded');
    assert.deepEqual(
      ['token=hunter2x', 'password=hunter2x', 'token=hunter3x'].map((text) => shown(text, cutter)),
      ['token={TOKEN}', 'password={TOKEN}', 'token={TOKEN_2}'],
    );
    assert.deepEqual(
      cutter.secrets.map(({ name }) => name),
      ['TOKEN', 'TOKEN_2'],
    );
  });
});

describe('a template', () => {
  const secret = { name: 'A' };
  it('has neighbouring texts as one, and none that is empty', () => {
    assert.deepEqual(joined(['', 'a', '', 'b', secret, secret, '', 'c', 'd']), ['ab', secret, secret, 'cd']);
    assert.deepEqual(joined(['', '']), []);
  });

  it('is changed and filled', () => {
    const changed = mapTexts(['a', secret, 'b'], (text) => text.toUpperCase());
    assert.deepEqual(changed, ['A', secret, 'B']);
    assert.equal(
      fill(changed, ({ name }) => `<${name}>`),
      'A<A>B',
    );
  });
});

describe('a cell of CSV', () => {
  for (const [text, cell] of [
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
    ['a\rb', '"a\rb"'],
    ['=1+1', "'=1+1"],
    ['=a,b', '"\'=a,b"'],
    ['-5', '-5'],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(csvCell(text), cell));
});
