import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBase64, findBase64 } from '../../../../../src/domain/masking/text/base64.ts';

const encoded = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/u, '');
const bytes = (...all: readonly number[]): string => Buffer.from(all).toString('base64').replace(/=+$/u, '');

describe('base64', () => {
  it('says a text, of any letters and lines', () => {
    for (const text of [
      'a',
      'ab',
      'abc',
      'hello, "you"?',
      'tab\tline\r\nnext',
      'Grüße',
      'שלום',
      '日本語',
      '😀 ok',
      '~',
      ' ',
    ])
      assert.equal(decodeBase64(encoded(text)), text, text);
    assert.equal(decodeBase64(Buffer.from('??>>~~~').toString('base64url')), '??>>~~~');
    assert.equal(decodeBase64('aGVs\r\nbG8'), 'hello');
  });

  it('says none where its bytes are no text', () => {
    for (const all of [
      [0],
      [31],
      [127],
      [8],
      [11],
      [0x80],
      [0xbf, 65],
      [0xc3, 65],
      [65, 0xc3, 0xc3],
      [0xe2, 0x82, 65],
      [0xf0, 0x9f, 0x98, 65],
      [0xff, 0xff],
      [0xc3, 0xa9, 0xa9],
    ])
      assert.equal(decodeBase64(bytes(...all)), undefined, all.join());
    for (const all of [[9], [10], [13], [32], [126], [0xc3, 0xa9], [0xe2, 0x82, 0xac], [0xf0, 0x9f, 0x98, 0x80]])
      assert.notEqual(decodeBase64(bytes(...all)), undefined, all.join());
  });

  it('is found within a text, with where it stands', () => {
    const said = 'call 447700900123 now';
    const written = encoded(said);
    const found = (text: string) => findBase64(text).map((one) => [one.said, text.slice(one.start, one.end)]);
    assert.deepEqual(found(`data: ${written}; x ${written}==`), [
      [said, written],
      [said, written],
    ]);
    assert.deepEqual(found(`x${written}`.slice(0, 5)), []);
    assert.deepEqual(found(encoded('call 447700')), []);
    assert.deepEqual(found('an ordinary sentence of AnIdentifierOfSomething here'), []);
  });

  it('is one text on several lines', () => {
    const said = 'call 447700900123 now, or 447700900124 tomorrow';
    const written = encoded(said);
    const lines = `${written.slice(0, 20)}\r\n${written.slice(20, 40)}\n${written.slice(40)}`;
    const text = `mail\n${lines}\nend, and ${encoded('or 447700900125')}`;
    const [first, ...others] = findBase64(text.replace('\nend', ' \nend'));
    assert.deepEqual([first?.said, text.slice(first?.start, first?.end)], [said, lines]);
    assert.deepEqual(
      others.map((one) => one.said),
      ['or 447700900125'],
    );
  });
});
