import type { SentPieces } from '../../api/client/exchange.ts';
import type { BulkDocument } from './bulkDocument.ts';

/** Pieces are short: a socket takes so many bytes at once. */
const chunkBytes = 128 * 1024;

/** The body of a request that writes documents. It is never in memory as a whole beside them. */
export function bulkBody(documents: readonly Pick<BulkDocument, 'pieces' | 'size'>[]): SentPieces {
  return {
    size: documents.reduce((sum, { size }) => sum + size, 0),
    [Symbol.iterator]: () => chunksOf(documents.flatMap(({ pieces }) => pieces)),
  };
}

function* chunksOf(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < chunkBytes) continue;
    yield* joined(waiting);
    [waiting, bytes] = [[], 0];
  }
  yield* joined(waiting);
}

/** A long piece is sent as it is. */
function* joined(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  const last = pieces.at(-1);
  const isLong = last !== undefined && last.length >= chunkBytes;
  const short = isLong ? pieces.slice(0, -1) : pieces;
  if (short.length > 0) yield Buffer.concat(short);
  if (isLong) yield last;
}
