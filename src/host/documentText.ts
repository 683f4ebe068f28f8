import { decodeText, unreadEncoding } from '../domain/text/decodeText.ts';

/** The text of a session document on disk, in whatever encoding it was saved; undefined for one that nobody decodes. */
export function documentText(bytes: Uint8Array): string | undefined {
  return unreadEncoding(bytes)
    ? undefined
    : decodeText(bytes, (encoding, options) => new TextDecoder(encoding, options));
}
