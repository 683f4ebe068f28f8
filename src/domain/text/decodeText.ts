import { isUtf7 } from './utf7.ts';
import { asWindows1252 } from './windows1252.ts';

/** Makes a decoder of an encoding as the Encoding Standard names it; a fatal one throws at bytes that are none of its text. */
export type MakeDecoder = (
  encoding: string,
  options: { readonly fatal: boolean },
) => {
  decode(bytes: Uint8Array): string;
};

/** What compressed a file, by how it begins. */
export type Packing = 'gzip' | 'zip' | 'bzip2' | 'xz' | 'zstd' | '7z' | 'lz4';

const packings: readonly (readonly [Packing, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
];

export function packingOf(bytes: Uint8Array): Packing | undefined {
  return packings.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
}

/** Whether bytes that are no UTF-16 are those of a picture, a program or the like: no text has such control characters. */
export function looksBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}

/** The encoding of a text of JSON by its byte order mark, or by the zeros beside its first letter (RFC 4627, section 3). */
export function encodingOf([a, b, c, d]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0) return c === 0 && d === 0 ? 'utf-8' : 'utf-32';
  if (a === 0 && b !== undefined) return 'utf-16be';
  if (b !== 0) return 'utf-8';
  return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
}

/** So much of a file tells whether it is in an encoding that looks like ASCII. */
const telling = 65_536;
const plus = 0x2b;

/** The name of a file's encoding that nobody decodes; undefined for all others. */
export function unreadEncoding(bytes: Uint8Array): 'UTF-32' | 'UTF-7' | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-32') return 'UTF-32';
  const head = bytes.subarray(0, telling);
  if (encoding !== 'utf-8' || !head.includes(plus)) return undefined;
  return isUtf7(Array.from(head, (byte) => String.fromCharCode(byte)).join('')) ? 'UTF-7' : undefined;
}

/** The text of a JSON file, without its byte order mark. Undefined for encodings that nobody decodes. */
export function decodeText(bytes: Uint8Array, make: MakeDecoder): string | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-32') return undefined;
  try {
    return make(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
  } catch {
    return decodeDamaged(bytes, make);
  }
}

/**
 * The text of bytes that should be UTF-8 and are not. Where most of their letters are, some bytes are damaged, and a sign stands in their
 * places. Else it is Windows-1252, which holds all of Latin-1's letters and hardly ever looks like UTF-8: a letter may then be another one,
 * but none is lost.
 */
export function decodeDamaged(bytes: Uint8Array, make: MakeDecoder): string {
  const text = make('utf-8', { fatal: false }).decode(bytes);
  return isMostlyWhole(text) ? text : asWindows1252(make('windows-1252', { fatal: false }).decode(bytes));
}

function isMostlyWhole(text: string): boolean {
  let [whole, damaged] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) whole++;
  }
  return whole > damaged;
}
