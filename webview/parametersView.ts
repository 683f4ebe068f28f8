import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { SessionModel } from './model.ts';
import { dataGrid } from './toolkit.ts';
import { phrases, words } from './words.ts';

/** Every parameter of the session, with links to the steps that changed it. */
export function parametersView({ parameters }: SessionModel, selectStep: (step: number) => void): TemplateResult {
  if (parameters.length === 0) return html`<p class="note">${words.noParameters}</p>`;
  return html`<div class="grid-view">${dataGrid({
    label: words.parameters,
    columns: 'minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 3fr)',
    headings: [words.name, words.value, words.entity, words.completed, words.changedAt],
    rows: parameters.map(({ name, value, entity, completed, changedAt }) => [
      name,
      value ?? '',
      entity ?? '',
      completed === undefined ? '' : completed ? words.yes : words.no,
      html`${changedAt.map(({ step, value: changed }) => html`<button class="link" title=${changed ?? words.empty} @click=${() => selectStep(step)}>${phrases.stepLink(step)}</button> `)}`,
    ]),
  })}</div>`;
}
