import type { TemplateResult } from 'lit/html.js';
import { html } from './html.ts';
import { iconButton } from './toolkit.ts';
import { words } from './words.ts';

/** Keys, and what they do. */
export type Shortcuts = readonly (readonly [keys: string, what: string])[];

/** What each key does. */
export function shortcutsView(keys: Shortcuts, close: () => void): TemplateResult {
  return html`<div class="help" role="dialog" aria-label=${words.shortcuts} tabindex="-1">
    <div class="section-head"><h2>${words.shortcuts}</h2><span class="spring"></span>${iconButton('close', words.close, close)}</div>
    <dl>${keys.map(([names, what]) => html`<dt>${names}</dt><dd>${what}</dd>`)}</dl>
  </div>`;
}
