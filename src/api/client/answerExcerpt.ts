import { createMask } from '../../domain/masking/mask.ts';
import type { AnswerExcerpt } from './insightsErrors.ts';

const longest = 300;
/** The words of an answer stand at its beginning. */
const mostRead = 64 * 1024;

/**
 * The beginning of an answer that can be shown and logged: bounded, in one line, without the key, tokens or personal data. What must not be
 * seen is masked before anything is cut, as half a key is no longer known for one.
 */
export function excerptOf(
  { status, contentType, body }: { status: number; contentType: string; body: string },
  maskKey: (text: string) => string,
): AnswerExcerpt {
  const start = body.slice(0, mostRead);
  const line = oneLine(maskKey(messageIn(start) ?? textOf(start)));
  const text = createMask().text(line.slice(0, 8 * longest));
  return { status, contentType: shorten(oneLine(maskKey(contentType))), text: shorten(text) };
}

/** The service's own words for an error, under the names such services use. */
function messageIn(body: string): string | undefined {
  try {
    return messageOf(JSON.parse(body));
  } catch {
    // Not JSON: its text says what it is.
    return undefined;
  }
}

function messageOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  for (const name of ['message', 'error', 'detail', 'title', 'reason']) {
    const value: unknown = Reflect.get(json, name);
    const message = typeof value === 'string' ? value : messageOf(value);
    if (message?.trim()) return message;
  }
  return undefined;
}

/** The words of an HTML page, or the text as it is. */
function textOf(body: string): string {
  if (!/^\s*</.test(body)) return body;
  return body.replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ').replace(/<[^>]*>?/g, ' ');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function shorten(line: string): string {
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}
