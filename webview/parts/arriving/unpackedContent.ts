import type { SessionContent } from '../../../src/protocol/messages.ts';

/** A session's content as it was before it was compressed for its way. */
export async function unpackedContent(content: SessionContent): Promise<SessionContent> {
  if (content.type !== 'document' || !content.gzipped) return content;
  const { gzipped: _, ...document } = content;
  const stream = new Blob([content.bytes as Uint8Array<ArrayBuffer>]).stream();
  const unpacked = stream.pipeThrough(new DecompressionStream('gzip'));
  return { ...document, bytes: new Uint8Array(await new Response(unpacked).arrayBuffer()) };
}
