import { isUtf8 } from 'node:buffer';
import { decodeDamaged, encodingOf } from '../../domain/text/decodeText.ts';
import { asWindows1252 } from '../../domain/text/windows1252.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';

/**
 * An answer in UTF-8: as it came, unless its bytes show another encoding or its `Content-Type` names one. What is called UTF-8, or nothing, and is none is
 * read as files are that are none. Many servers call everything Latin-1: what is UTF-8 then stays it. Throws an UnreadableAnswer that names
 * an encoding which nobody decodes.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string): Uint8Array {
  const shown = encodingOf(bytes);
  if (shown === 'utf-32') throw new UnreadableAnswer('unknownCharset', shown);
  // What is named UTF-16 and has no zeros is none.
  const named = charsetOf(contentType)?.replace(/^utf[-_]?(?:8.*|16.*)$/u, 'utf-8') ?? 'utf-8';
  const charset = shown === 'utf-8' ? named : shown;
  const decoder = makeDecoder(charset);
  if (decoder.encoding !== 'windows-1252' && charset !== 'utf-8') return Buffer.from(decoder.decode(bytes));
  if (isUtf8(bytes)) return bytes;
  if (charset === 'utf-8') return Buffer.from(decodeDamaged(bytes, (name, options) => new TextDecoder(name, options)));
  return Buffer.from(asWindows1252(decoder.decode(bytes)));
}

function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/iu.exec(contentType)?.[1]?.toLowerCase();
}

function makeDecoder(charset: string): { readonly encoding: string; decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(charset);
  } catch {
    throw new UnreadableAnswer('unknownCharset', charset.slice(0, 20));
  }
}
