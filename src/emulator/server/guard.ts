import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../search/refusal.ts';

export const longestTarget = 128 * 1024;
const longestBody = 64 * 1024;

/**
 * Refuses what no honest client sends: a name that points here from elsewhere, a page in a browser, and requests without the key.
 * Only this machine reaches the emulator, but any web page that runs on it could try.
 */
export function checkRequest(request: IncomingMessage, { port, key }: { port: number; key: string }): void {
  const host = request.headers.host?.toLowerCase();
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    throw new Refusal('forbidden', 'The Host header is not this emulator');
  if (request.headers.origin !== undefined) throw new Refusal('forbidden', 'Requests of web pages are refused');
  if ((request.url?.length ?? 0) > longestTarget) throw new Refusal('too_large', 'The URL is too long');
  if (Number(request.headers['content-length'] ?? 0) > longestBody)
    throw new Refusal('too_large', 'The body is too long');
  const given = request.headers['x-vgai-key'];
  if (given === undefined) throw new Refusal('unauthorized', 'The X-Vgai-Key header is missing');
  if (typeof given !== 'string' || !sameKey(given, key)) throw new Refusal('unauthorized', 'The API key is not valid');
}

/** Reads a body to its end without keeping it; false when it is longer than allowed. */
export async function drainBody(request: IncomingMessage): Promise<boolean> {
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > longestBody) return false;
  }
  return true;
}

/** Takes the same time however much of the key is right. */
function sameKey(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
