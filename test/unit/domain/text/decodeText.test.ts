import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText, encodingOf, looksBinary, packingOf } from '../../../../src/domain/text/decodeText.ts';

const decode = (bytes: Uint8Array) => decodeText(bytes, (encoding, options) => new TextDecoder(encoding, options));

describe('decodeText', () => {
  const text = '{"a":"é€ü"}';
  const big = (written: string) => Buffer.from(written, 'utf16le').swap16();
  const cases: [what: string, bytes: Uint8Array, text: string | undefined][] = [
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), text],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), text],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le'), text],
    ['UTF-16, big-endian', big(`\uFEFF${text}`), text],
    ['UTF-16, big-endian, without its mark', big(text), text],
    ['Windows-1252', Buffer.from([0x22, 0xe9, 0xfc, 0x22]), '"éü"'],
    ['what Windows-1252 has and Latin-1 has not', Buffer.from([0x22, 0x80, 0x93, 0x99, 0x9f, 0x22]), '"€“™Ÿ"'],
    [
      'UTF-8 with a damaged byte',
      Buffer.from([...Buffer.from('"é€ü'), 0xe2, 0x82, ...Buffer.from('"')]),
      '"é€ü\ufffd"',
    ],
    ['UTF-8 with as many damaged bytes as letters', Buffer.from([0x22, 0xc3, 0xa9, 0xe9, 0x22]), '"Ã©é"'],
    ['one letter', Buffer.from('1'), '1'],
    ['nothing', Buffer.from(''), ''],
    ['UTF-32', Buffer.from([0x7b, 0, 0, 0, 0x7d, 0, 0, 0]), undefined],
    ['UTF-32, big-endian', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b]), undefined],
  ];
  for (const [what, bytes, expected] of cases) it(what, () => assert.equal(decode(bytes), expected));

  it('knows what a file is packed with', () => {
    const starts = [
      [0x1f, 0x8b, 8],
      [0x50, 0x4b, 3, 4],
      [0x42, 0x5a, 0x68, 0x39],
      [0x28, 0xb5, 0x2f, 0xfd],
      [0x37, 0x7a, 0xbc, 0xaf],
      [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
      [0x04, 0x22, 0x4d, 0x18],
      [0x1f],
      [0x50, 0x4b, 3, 5],
      [0x7b],
    ];
    assert.deepEqual(
      starts.map((start) => packingOf(Uint8Array.from(start))),
      ['gzip', 'zip', 'bzip2', 'zstd', '7z', 'xz', 'lz4', undefined, undefined, undefined],
    );
  });

  const starts: [bytes: number[], encoding: string][] = [
    [[], 'utf-8'],
    [[0x7b], 'utf-8'],
    [[0x7b, 0x7d], 'utf-8'],
    [[0xff, 0xfe, 0x7b, 0], 'utf-16le'],
    [[0xff, 0xfe], 'utf-16le'],
    [[0xff, 0xfe, 0, 0], 'utf-32'],
    [[0xff, 0xfe, 0, 1], 'utf-16le'],
    [[0xff, 0x7b], 'utf-8'],
    [[0xfe, 0xff], 'utf-16be'],
    [[0xfe, 0x7b], 'utf-8'],
    [[0, 0, 0, 0], 'utf-8'],
    [[0, 0, 0, 0x7b], 'utf-32'],
    [[0, 0, 0x7b, 0], 'utf-32'],
    [[0, 0x7b, 0, 0x7d], 'utf-16be'],
    [[0], 'utf-8'],
    [[0x7b, 0, 0x7d, 0], 'utf-16le'],
    [[0x7b, 0], 'utf-16le'],
    [[0x7b, 0, 0, 0], 'utf-32'],
    [[0x7b, 0, 0, 1], 'utf-16le'],
  ];
  for (const [bytes, encoding] of starts)
    it(`knows the encoding by how a text begins: ${bytes}`, () =>
      assert.equal(encodingOf(Uint8Array.from(bytes)), encoding));

  it('knows what is no text by control characters at its beginning', () => {
    const binary = (byte: number, before = 0) =>
      looksBinary(Uint8Array.from([...Array.from({ length: before }, () => 0x20), byte]));
    assert.deepEqual(
      [0, 8, 14, 26].filter((byte) => binary(byte)),
      [0, 8, 14, 26],
    );
    // Blanks and line ends, and what begins the escapes of a terminal.
    assert.deepEqual(
      [9, 10, 13, 27, 32, 0xe9].filter((byte) => binary(byte)),
      [],
    );
    assert.deepEqual([binary(0, 4095), binary(0, 4096)], [true, false]);
  });
});
