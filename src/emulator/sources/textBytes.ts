import { gunzipSync } from 'node:zlib';
import { decodeText, encodingOf, looksBinary, packingOf, unreadEncoding } from '../../domain/text/decodeText.ts';
import { FileProblem } from './fileProblem.ts';
import { largestFile } from './readRegularFile.ts';

const mostTimes = 3;

/**
 * The bytes of a file as those of a text: unpacked, in UTF-8 or an encoding of single bytes. Throws an error that names the packing or encoding that
 * cannot be read.
 */
export function textBytes(file: string, written: Buffer): Buffer {
  const bytes = unpacked(file, written);
  const unread = unreadEncoding(bytes);
  if (unread) throw new Error(`${file}: written in ${unread}; save it as UTF-8`);
  if (encodingOf(bytes) === 'utf-8') {
    if (looksBinary(bytes)) throw new Error(`${file}: no text`);
    return bytes;
  }
  return Buffer.from(textOf(bytes) ?? '');
}

/** The text of bytes that `textBytes` gave, or of a line of them. */
export function textOf(bytes: Uint8Array): string | undefined {
  return decodeText(bytes, (encoding, options) => new TextDecoder(encoding, options));
}

/** What was packed several times is unpacked as often. */
function unpacked(file: string, bytes: Buffer, times = 0): Buffer {
  const packing = packingOf(bytes);
  if (packing === undefined) return bytes;
  if (packing !== 'gzip' || times === mostTimes) throw new Error(`${file}: compressed (${packing}); unpack it first`);
  try {
    bytes = gunzipSync(bytes, { maxOutputLength: largestFile() });
  } catch (error) {
    if (error instanceof RangeError) throw new FileProblem('tooLarge', file);
    throw new Error(
      `${file}: compressed (gzip), and damaged: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return unpacked(file, bytes, times + 1);
}
