import type { TemplateResult } from 'lit/html.js';
import { html as litHtml } from 'lit/html.js';
import { nameOverrides } from '../../src/domain/text/directions.ts';

/**
 * lit's `html`, for texts that callers wrote: an override of the writing direction, which makes letters stand in another order than they
 * were written in, is shown as `[U+202E]` wherever text is drawn or put into an attribute. What right-to-left texts need (marks,
 * embeddings, isolates) is left alone, and so are values that the page itself reads back.
 */
export function html(strings: TemplateStringsArray, ...values: readonly unknown[]): TemplateResult {
  return litHtml(
    strings,
    ...values.map((value, index) =>
      typeof value === 'string' && !isReadBack.test(strings[index] ?? '') ? nameOverrides(value) : value,
    ),
  );
}

/** Ends what stands before a value that is no text for people: a property, `value` or `data-…`. */
const isReadBack = /\s(?:\.[\w-]+|value|data-[\w-]+)="?$/u;
