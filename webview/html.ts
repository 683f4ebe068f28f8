import type { TemplateResult } from 'lit/html.js';
import { html as litHtml } from 'lit/html.js';

/**
 * lit's `html`, for texts that callers wrote: an override of the writing direction, which makes letters stand in another order than they
 * were written in, is shown as `[U+202E]` wherever text is drawn or put into an attribute. What right-to-left texts need (marks,
 * embeddings, isolates) is left alone, and so are values that the page itself reads back.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult {
  return litHtml(
    strings,
    ...values.map((value, index) =>
      typeof value === 'string' && !isReadBack.test(strings[index] ?? '') ? shown(value) : value,
    ),
  );
}

/** Ends what stands before a value that is no text for people: a property, `value` or `data-…`. */
const isReadBack = /\s(?:\.[\w-]+|value|data-[\w-]+)="?$/u;

function shown(text: string): string {
  return text.replaceAll(/[\u202D\u202E]/gu, codePoint);
}

function codePoint(character: string): string {
  return `[U+${character.codePointAt(0)?.toString(16).toUpperCase()}]`;
}

/** JSON with overrides, embeddings and isolates of the writing direction as escapes, which say the same. */
export function withDirectionsEscaped(json: string): string {
  return json.replaceAll(
    /[\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
