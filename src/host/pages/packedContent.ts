import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as vscode from 'vscode';
import type { SessionContent } from '../../protocol/messages.ts';

/** A shorter one is there before it is compressed. */
const longEnough = 200_000;
const compress = promisify(gzip);

/**
 * A session as it is sent to its page. Where the extensions run on another machine than the window, a long one is compressed: the page, which
 * takes its time to start, would wait for it.
 */
export async function packedContent(content: SessionContent): Promise<SessionContent> {
  const isFar = vscode.env.remoteName !== undefined;
  if (!isFar || content.type !== 'document' || content.bytes.length < longEnough) return content;
  // A plain array: of Node's own kind nothing would arrive in the page.
  const bytes = new Uint8Array(await compress(content.bytes, { level: 1 }));
  return { ...content, bytes, gzipped: true };
}
