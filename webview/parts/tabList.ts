import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';
import { numberText } from './words/numberText.ts';

export interface TabName<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Tabs, without what they show. One stop of the Tab key; arrows go from tab to tab. */
export function tabList<Id extends string>(of: {
  readonly label: string;
  readonly tabs: readonly TabName<Id>[];
  readonly active: Id;
  /** What tells the ids of these tabs from those of others. */
  readonly name: string;
  /** The id of the element that shows what a tab is about. */
  readonly panel: string;
  readonly choose: (id: Id) => void;
}): TemplateResult {
  const { label, tabs, active, name, panel, choose } = of;
  const keydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = tabs.findIndex(({ id }) => id === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    const list = event.currentTarget;
    choose(tab.id);
    // When it is drawn, and can have the keys.
    queueMicrotask(() => {
      if (list instanceof HTMLElement) list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    });
  };
  return html`<div class="tab-list" role="tablist" aria-label=${label} @keydown=${keydown}>${tabs.map(
    ({ id, label: words, count }) => html`<button
      class="tab"
      role="tab"
      id="${name}-${id}"
      aria-selected=${String(id === active)}
      aria-controls=${id === active ? panel : nothing}
      tabindex=${id === active ? 0 : -1}
      @click=${() => choose(id)}
      >${words}${count === undefined ? nothing : html`<span class="tab-count">${numberText(count)}</span>`}</button
    >`,
  )}</div>`;
}
