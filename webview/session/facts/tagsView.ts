import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { SessionTag } from '../../../src/domain/session/collected.ts';
import { html } from '../../parts/html.ts';
import { table } from '../../parts/table.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

/** More links than this help nobody. */
const mostLinks = 8;

/** The session's tags, with how often each was given and where. */
export function tagsView({ tags }: SessionModel, selectStep: (step: number) => void): TemplateResult {
  if (tags.length === 0) return html`<p class="note">${words.noTags}</p>`;
  return html`<div class="grid-view">${table({
    label: words.tags,
    columns: [3, 3, 1, 4],
    headings: [words.tag, words.category, words.count, words.givenAt],
    rows: tags.map((tag) => [
      tag.tag,
      tag.category ?? '',
      tag.count === undefined ? '' : String(tag.count),
      givenAt(tag, selectStep),
    ]),
  })}
  ${tags.some(isCountedTwice) ? html`<p class="note">${words.tagsCountedTwice}</p>` : nothing}
  </div>`;
}

function isCountedTwice({ count, steps }: SessionTag): boolean {
  return count !== undefined && steps.length > 0 && count > steps.length;
}

function givenAt({ steps }: SessionTag, selectStep: (step: number) => void): TemplateResult {
  const rest = steps.length - mostLinks;
  return html`${steps
    .slice(0, mostLinks)
    .map((step) => html`<button class="link" @click=${() => selectStep(step)}>${phrases.stepLink(step)}</button> `)}
  ${rest > 0 ? phrases.more(rest) : nothing}`;
}
