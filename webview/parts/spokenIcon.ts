import type { TemplateResult } from 'lit/html.js';
import { html } from './html.ts';

/** An icon that says something: seen as an icon, with its words on hover, and read aloud as text that may stand anywhere. */
export function spokenIcon(icon: string, words: string, kind = ''): TemplateResult {
  return html`<span class="codicon codicon-${icon} ${kind}" aria-hidden="true" title=${words}></span><span class="unseen">${words}</span>`;
}
