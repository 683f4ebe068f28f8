import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { SessionModel } from './model.ts';
import { dataGrid } from './toolkit.ts';
import { words } from './words.ts';

/** The session's tags, with how often each was given. */
export function tagsView({ tags }: SessionModel): TemplateResult {
  if (tags.length === 0) return html`<p class="note">${words.noTags}</p>`;
  return html`<div class="grid-view">${dataGrid({
    label: words.tags,
    columns: 'minmax(0, 3fr) minmax(0, 4fr) minmax(0, 1fr)',
    headings: [words.tag, words.category, words.count],
    rows: tags.map(({ tag, category, count }) => [tag, category ?? '', count === undefined ? '' : String(count)]),
  })}</div>`;
}
