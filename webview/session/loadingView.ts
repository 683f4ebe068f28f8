import type { TemplateResult } from 'lit/html.js';
import { html } from '../parts/html.ts';
import { textButton } from '../parts/toolkit.ts';
import { words } from './words/words.ts';

/** That the session is being loaded, and a way out. */
export function loadingView(cancel: () => void): TemplateResult {
  return html`<div class="loading note" role="status">
    ${words.loading}
    ${textButton(words.cancel, cancel)}
  </div>`;
}
