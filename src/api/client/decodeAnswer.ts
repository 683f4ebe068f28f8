import { encodingOf } from '../../domain/text/decodeText.ts';
import { UnreadableAnswer } from './unreadableAnswer.ts';

/**
 * An answer in UTF-8: as it came, unless its bytes show another encoding or its `Content-Type` names one. Throws an UnreadableAnswer that names
 * an encoding which nobody decodes.
 */
export function decodeAnswer(bytes: Uint8Array, contentType: string): Uint8Array {
  const shown = encodingOf(bytes);
  if (shown === 'utf-32') throw new UnreadableAnswer('unknownCharset', shown);
  // What is named UTF-16 and has no zeros is none.
  const named = charsetOf(contentType)?.replace(/^utf-?(?:8|16.*)$/u, 'utf-8') ?? 'utf-8';
  const charset = shown === 'utf-8' ? named : shown;
  return charset === 'utf-8' ? bytes : Buffer.from(makeDecoder(charset).decode(bytes));
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
