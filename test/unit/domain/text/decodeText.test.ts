import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText, encodingOf, packingOf } from '../../../../src/domain/text/decodeText.ts';

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
      [0x7b],
    ];
    assert.deepEqual(
      starts.map((start) => packingOf(Uint8Array.from(start))),
      ['gzip', 'zip', 'bzip2', 'zstd', '7z', undefined],
    );
    assert.equal(encodingOf(new Uint8Array()), 'utf-8');
  });
});
