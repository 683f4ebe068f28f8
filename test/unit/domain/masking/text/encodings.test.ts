import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Encoding } from '../../../../../src/domain/masking/text/decodedText.ts';
import {
  disguise,
  entities,
  isDisguised,
  isQuotedPrintable,
  jsonString,
  percent,
  quotedPrintable,
  quotedRun,
} from '../../../../../src/domain/masking/text/encodings.ts';

const read = (encoding: Encoding, text: string): string =>
  text.replaceAll(encoding.escape, (one) => encoding.meaning(one));

const texts: readonly (readonly [Encoding, string, string])[] = [
  [jsonString, 'a\\n\\t\\r\\b\\f\\"\\\\\\/\\\'', 'a\n\t\r\b\f"\\/\''],
  [jsonString, '\\u0041\\u{42}\\x43\\X44\\U0045\\U00000046\\107', 'ABCDEFG'],
  [jsonString, '\\u{110000}\\x{41}', '\\u{110000}A'],
  [jsonString, '\\q\\u00\\8\\400', '\\q\\u00\\8\\400'],
  [percent, '%41%2B%c3%a9%E2%82%AC%u0042', 'A+é€B'],
  [percent, '%ff%80%4%zz%', '%ff%80%4%zz%'],
  [percent, '%f5%80%80%80', '%f5%80%80%80'],
  [entities, '&#65;&#x42;&#X43;&#68&amp;&lt;', 'ABCD&<'],
  [entities, '&#0;&#1114112;&nothingof;&a;&amp', '&#0;&#1114112;&nothingof;&a;&amp'],
  [quotedPrintable, '=41=2B=C3=A9 a=\nb=\r\nc=\\nd', 'A+é abcd'],
  [quotedPrintable, '=ZZ=4=FF', '=ZZ=4=FF'],
  [disguise, 'ＡＢ１', 'AB1'],
  [disguise, 'a\u200bb\u0301c', 'abc'],
  [disguise, '𝟎𝐀', '0A'],
  [disguise, '\u200b ü', '\u200b ü'],
];

describe('what an escape means', () => {
  for (const [encoding, text, meant] of texts)
    it(JSON.stringify(text), () => assert.equal(read(encoding, text), meant));

  it('of a whole string of JSON is what JSON says, where it is one', () => {
    assert.deepEqual(
      ['a\\u0041\\n', 'a"', '\\x41'].map((text) => jsonString.wholly?.(text)),
      ['aA\n', undefined, undefined],
    );
  });

  it('is written by quoting', () => {
    const quoted = [jsonString, percent, entities, quotedPrintable, disguise].map(({ quote }) => quote('"&'));
    assert.deepEqual(quoted, ['\\"&', '%22%26', '&quot;&amp;', '"&', '"&']);
  });

  it('is told from other texts at once', () => {
    const many = ['=41=42=43', '=41=\n=42=43', '=?utf-8?Q?a?=', '=?x?q?a', 'a=41', '=41=42', '=41 =42 =43'];
    assert.deepEqual(
      many.map((text) => isQuotedPrintable.test(text)),
      [true, true, true, false, false, false, false],
    );
    assert.deepEqual('x=41=42=43=44 =41=42'.match(quotedRun), ['=41=42=43=44']);
    assert.deepEqual(
      ['a\u200b', 'Ａ', '𝟎', 'a', 'é', '\u200ba'].map((text) => isDisguised.test(text)),
      [true, true, true, false, false, false],
    );
  });
});
