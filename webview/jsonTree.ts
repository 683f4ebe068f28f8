import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** A JSON value as folds that open and close with the browser's own keys. Text nodes only. */
export function jsonTree(value: unknown, key?: string, depth = 0): TemplateResult {
  const name = key === undefined ? '' : html`<span class="json-key">${JSON.stringify(key)}</span>: `;
  if (typeof value !== 'object' || value === null) {
    return html`<div class="json-leaf">${name}<span class="json-${value === null ? 'null' : typeof value}" dir="auto">${JSON.stringify(value)}</span></div>`;
  }
  const list = Array.isArray(value);
  const entries: [string | undefined, unknown][] = list
    ? value.map((entry) => [undefined, entry])
    : Object.entries(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return html`<div class="json-leaf">${name}${open}${close}</div>`;
  return html`<details class="json-fold" ?open=${depth < 4}>
    <summary>${name}${open}<span class="json-count"> ${entries.length} </span></summary>
    <div class="json-inner">${entries.map(([entryKey, entry]) => jsonTree(entry, entryKey, depth + 1))}</div>
    <div class="json-close">${close}</div>
  </details>`;
}
