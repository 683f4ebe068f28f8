import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Fault } from '../faults/faults.ts';

type Packing = Extract<Fault, { readonly kind: 'packed' }>;

const packers = { gzip: gzipSync, deflate: deflateSync, rawDeflate: deflateRawSync, br: brotliCompressSync };
/** What the header calls them: both kinds of deflate go by one name. */
const names: Readonly<Record<Packing['as'], string>> = {
  gzip: 'gzip',
  deflate: 'deflate',
  rawDeflate: 'deflate',
  br: 'br',
  compress: 'compress',
};
const megabyte = 1024 * 1024;

/** A body as it travels when it is packed, and the header that says so. */
export function packBody(text: string, { as, damage }: Packing): { bytes: Buffer; contentEncoding: string } {
  const contentEncoding = names[as];
  if (as === 'compress') return { bytes: Buffer.from(text), contentEncoding };
  if (damage === 'bomb') return { bytes: bomb(), contentEncoding: 'gzip' };
  const bytes = packers[as](text);
  if (damage === 'cut') return { bytes: bytes.subarray(0, bytes.length >> 1), contentEncoding };
  if (damage === 'garbled') return { bytes: Buffer.from(text), contentEncoding };
  return { bytes, contentEncoding };
}

/** A gigabyte of blanks, as many small parts in a row, which is good gzip. */
function bomb(): Buffer {
  const part = gzipSync(Buffer.alloc(megabyte, ' '));
  return Buffer.concat(Array.from({ length: 1024 }, () => part));
}
