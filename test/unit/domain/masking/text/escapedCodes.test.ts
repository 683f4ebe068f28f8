import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEscapedCodes } from '../../../../../src/domain/masking/text/escapedCodes.ts';
import { findHexadecimal, mayHoldHexadecimal } from '../../../../../src/domain/masking/text/hexadecimal.ts';

const found = (of: typeof findHexadecimal, text: string): readonly string[] =>
  of(text).map(({ said, start, end }) => `${said} « ${text.slice(start, end)}`);

describe('letters that are all escaped by their codes', () => {
  for (const [text, ...expected] of [
    ['x \\63\\61\\6c\\6c\\20\\31 y', 'call 1 « \\63\\61\\6c\\6c\\20\\31 '],
    [
      '\\063\\061\\063\\061\\063\\061',
      'cacaca « \\063\\061\\063\\061\\063\\061',
      '313131 « \\063\\061\\063\\061\\063\\061',
    ],
    ['\\0063 \\0061 \\006c \\006c \\0020 \\31', 'call 1 « \\0063 \\0061 \\006c \\006c \\0020 \\31'],
    ['\\ffffff\\61\\61\\61\\61\\61', 'aaaaa « \\ffffff\\61\\61\\61\\61\\61'],
    ['\\63\\61\\6c\\6c\\20'],
    ['plain'],
  ] as const)
    it(text, () => assert.deepEqual(found(findEscapedCodes, text), expected));
});

describe('letters in hexadecimal', () => {
  const written = Buffer.from('call 12').toString('hex');
  const bytes = written.match(/../g) ?? [];
  for (const [text, ...expected] of [
    [`id ${written}!`, `call 12 « ${written}`],
    [written.toUpperCase(), `call 12 « ${written.toUpperCase()}`],
    [`0x${written}`, `call 12 « 0x${written}`],
    ...[' ', ', ', ',', ':', ';', '-'].map((mark) => [bytes.join(mark), `call 12 « ${bytes.join(mark)}`] as const),
    [bytes.map((byte) => `\\x${byte}`).join(''), `call 12 « ${bytes.map((byte) => `\\x${byte}`).join('')}`],
    [bytes.map((byte) => `0x${byte}`).join(', '), `call 12 « ${bytes.map((byte) => `0x${byte}`).join(', ')}`],
    ['c3a9e282acf09f9880610a0d09', 'é€😀a\n\r\t « c3a9e282acf09f9880610a0d09'],
    // Too few of them, part of something longer, or no text.
    [written.slice(0, 12)],
    [`g${written}`],
    [`${written}g`],
    ['0011223344556677889900'],
    ['c0a9c0a9616161616161'],
  ] as const)
    it(text, () => assert.deepEqual(found(findHexadecimal, text), expected));

  it('may be in a text that is written as JSON writes it', () => {
    const texts = [written, '"\\\\x63"', 'x', '\\x63', 'plain', '"\\\\x83"'];
    assert.deepEqual(texts.map(mayHoldHexadecimal), [true, true, false, false, false, false]);
  });
});
