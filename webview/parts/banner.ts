import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ViewSettings } from '../../src/protocol/messages.ts';
import { html } from './html.ts';
import { words } from './words/words.ts';

/** What is to be known of all that a page shows. */
export function banner(sentence: string): TemplateResult {
  return html`<p class="banner" role="note"><span class="codicon codicon-info" aria-hidden="true"></span>${sentence}</p>`;
}

export function maskBanner({ masked, singleKeys }: ViewSettings): TemplateResult | typeof nothing {
  if (!masked) return nothing;
  return banner(singleKeys ? words.maskedWithKey : words.masked);
}
