import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';
import { iconButton } from './toolkit.ts';
import { words } from './words/words.ts';

/** Keys, and what they do. */
export type Shortcuts = readonly (readonly [keys: string, what: string])[];

/** Icons, and what they say. */
export type Signs = readonly (readonly [icon: string, what: string])[];

/** What each key does, and what the icons of a page say. */
export function shortcutsView(keys: Shortcuts, close: () => void, signs: Signs = []): TemplateResult {
  return html`<div class="help" role="dialog" aria-label=${words.shortcuts} tabindex="-1">
    <div class="section-head"><h2>${words.shortcuts}</h2><span class="spring"></span>${iconButton('close', words.close, close)}</div>
    <dl>${keys.map(([names, what]) => html`<dt>${names}</dt><dd>${what}</dd>`)}</dl>
    ${
      signs.length === 0
        ? nothing
        : html`<h2>${words.signs}</h2>
          <ul class="signs">${signs.map(([icon, what]) => html`<li><span class="codicon codicon-${icon}" aria-hidden="true"></span>${what}</li>`)}</ul>`
    }
  </div>`;
}
