import { isUtf8 } from 'node:buffer';
import { decodeText, encodingOf } from '../../domain/text/decodeText.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';

/**
 * An answer in UTF-8: as it came where it is that already, else out of what its bytes show or its `Content-Type` names. Throws an
 * UnreadableAnswer that names an encoding which nobody decodes.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string): Uint8Array {
  const shown = encodingOf(bytes);
  if (shown === 'utf-32') throw new UnreadableAnswer('unknownCharset', shown);
  const named = charsetOf(contentType);
  const isNamed = shown === 'utf-8' && named !== undefined && !/^utf-?(?:8|16)/u.test(named);
  if (!isNamed && shown === 'utf-8' && isUtf8(bytes)) return bytes;
  const text = isNamed
    ? makeDecoder(named).decode(bytes)
    : decodeText(bytes, (encoding, options) => new TextDecoder(encoding, options));
  return Buffer.from(text ?? '');
}

function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/iu.exec(contentType)?.[1]?.toLowerCase();
}

function makeDecoder(charset: string): { decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new UnreadableAnswer('unknownCharset', charset.slice(0, 20));
  }
}
