import type { AnswerExcerpt } from './insightsErrors.ts';

const longest = 300;

/** The beginning of an answer that can be shown and logged: bounded, in one line, without the key, tokens or personal data. */
export function excerptOf(answer: { status: number; contentType: string; body: string }, key: string): AnswerExcerpt {
  const start = answer.body.slice(0, 4 * longest);
  const text = messageIn(start) ?? textOf(start);
  return { status: answer.status, contentType: answer.contentType, text: shorten(withoutSecrets(text, key)) };
}

/** The service's own words for an error, under the names such services use. */
function messageIn(body: string): string | undefined {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json !== 'object' || json === null) return undefined;
    for (const name of ['message', 'error', 'detail', 'title', 'reason']) {
      const value: unknown = Reflect.get(json, name);
      if (typeof value === 'string' && value.trim() !== '') return value;
    }
  } catch {
    // Not JSON: its text says what it is.
  }
  return undefined;
}

/** The words of an HTML page, or the text as it is. */
function textOf(body: string): string {
  if (!/^\s*</.test(body)) return body;
  return body.replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ').replace(/<[^>]*>?/g, ' ');
}

function withoutSecrets(text: string, key: string): string {
  const noKey = key === '' ? text : text.replaceAll(key, '***');
  return noKey
    .replace(/(token|key|authorization|secret|password)(["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi, '$1$2***')
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '***')
    .replace(/\+?\d[\d\s()-]{5,}\d/g, '***');
}

function shorten(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}
