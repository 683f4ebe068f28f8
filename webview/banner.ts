import type { TemplateResult } from 'lit/html.js';
import { html } from './html.ts';

/** What is to be known of all that a page shows. */
export function banner(sentence: string): TemplateResult {
  return html`<p class="banner" role="note"><span class="codicon codicon-info" aria-hidden="true"></span>${sentence}</p>`;
}
