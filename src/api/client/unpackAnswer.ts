import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { UnreadableAnswer } from './unreadableAnswer.ts';

/** The packings that `unpackAnswer` takes, as `Accept-Encoding` says it. */
export const acceptedEncodings = 'gzip, deflate, br';

/** The largest answer that is read: a page of 10,000 long sessions is smaller, and a text of twice the size is more than JavaScript takes. */
export const largestAnswer = 256 * 1024 * 1024;

/** Names of no packing: some servers say in this header what belongs into another. */
const plain: ReadonlySet<string> = new Set(['', 'identity', 'none', 'utf-8', 'utf8', 'binary', '8bit', '7bit']);

/** Nobody packs what is packed, but a proxy may once. */
const mostPackings = 3;

/** The bytes of an answer without the packing that `Content-Encoding` names. Throws an UnreadableAnswer when they cannot be had, or are more than `largest`. */
export async function unpackAnswer(
  bytes: Uint8Array,
  { contentEncoding, largest }: { readonly contentEncoding: string; readonly largest: number },
): Promise<Uint8Array> {
  const packings: string[] = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (packings.length > mostPackings) throw new UnreadableAnswer('unknownPacking', packings.slice(0, 2).join(', '));
  // A proxy that takes the header away leaves the packing.
  if (!packings.some((name) => !plain.has(name)) && isGzip(bytes)) packings.push('gzip');
  let unpacked = bytes;
  // What was packed last is named last.
  for (const packing of packings.reverse()) unpacked = await unpackOnce(unpacked, packing, largest);
  return unpacked;
}

async function unpackOnce(bytes: Uint8Array, packing: string, largest: number): Promise<Uint8Array> {
  if (plain.has(packing) || bytes.length === 0) return bytes;
  const unpack = unpackers.get(packing.replace(/^x-/, ''));
  if (!unpack) throw new UnreadableAnswer('unknownPacking', packing.slice(0, 20));
  return new Promise((resolve, reject) => {
    unpack(bytes, largest, (error, result) => {
      if (!error) return resolve(result);
      reject(new UnreadableAnswer(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'damaged', packing));
    });
  });
}

type Unpack = (
  bytes: Uint8Array,
  maxOutputLength: number,
  done: (error: NodeJS.ErrnoException | null, result: Buffer) => void,
) => void;

const unpackers = new Map<string, Unpack>([
  ['gzip', (bytes, maxOutputLength, done) => gunzip(bytes, { maxOutputLength }, done)],
  ['br', (bytes, maxOutputLength, done) => brotliDecompress(bytes, { maxOutputLength }, done)],
  // The name means zlib's format, and some servers send what is in it without its frame.
  [
    'deflate',
    (bytes, maxOutputLength, done) => (hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, { maxOutputLength }, done),
  ],
]);

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** RFC 1950: the method is 8, and the first two bytes are a multiple of 31. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
