import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { takeFocus } from '../../parts/keepFocus.ts';
import { iconButton } from '../../parts/toolkit.ts';
import { analysisWords } from '../analysis/analysisWords.ts';
import { readingBar } from '../analysis/readingBar.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { aggregationsWords } from './aggregationsWords.ts';
import { aggregationView } from './aggregationView.ts';

/** The tables of what was aggregated. They are asked for when the tab is first shown for a run. */
export class AggregationsView {
  readonly #context: TabContext;
  #scroller: HTMLElement | undefined;
  /** The run that was asked of last. */
  #asked = 0;

  constructor(context: TabContext) {
    this.#context = context;
  }

  focus(): void {
    takeFocus(this.#scroller);
  }

  key(event: KeyboardEvent): boolean {
    const { model, analyses } = this.#context;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'Escape') return analyses.aggregations?.state === 'running' && this.#cancel();
    if (!model.view?.settings.singleKeys) return false;
    const actions: Readonly<Record<string, () => void>> = {
      c: () => this.#take('clipboard', 'csv'),
      C: () => this.#take('clipboard', 'json'),
      e: () => this.#take('file', 'csv'),
      E: () => this.#take('file', 'json'),
      r: () => this.#start(),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    action?.();
    return action !== undefined;
  }

  view(): TemplateResult {
    const { model, analyses } = this.#context;
    const run = model.view?.run;
    const shown = analyses.aggregations;
    if (!run || run.state === 'none') return html`<p class="note">${analysisWords.notRun}</p>`;
    if (run.state === 'done' && this.#asked !== run.number && shown?.run !== run.number) this.#start();
    const tables = shown?.tables ?? [];
    return html`<div class="analysis">
      ${
        shown && !shown.asked
          ? nothing
          : readingBar({
              reading: shown,
              run: run.number,
              start: () => this.#start(),
              cancel: () => this.#cancel(),
              actions: tables.length === 0 ? nothing : this.#buttons(),
            })
      }
      <div class="analysis-scroller" tabindex="0" role="region" aria-label=${analysisWords.aggregations} ${ref(this.#mount)}>
        ${shown && !shown.asked ? html`<p class="note">${aggregationsWords.none}</p>` : nothing}
        ${tables.map((table) => aggregationView(table, this.#context.model.offset))}
        ${tables.length === 0 ? nothing : html`<p class="muted analysis-note">${aggregationsWords.exact}</p>`}
      </div>
    </div>`;
  }

  #buttons(): TemplateResult {
    return html`${iconButton('copy', aggregationsWords.copyCsv, () => this.#take('clipboard', 'csv'))}
      ${iconButton('json', aggregationsWords.copyJson, () => this.#take('clipboard', 'json'))}
      ${iconButton('save', aggregationsWords.saveCsv, () => this.#take('file', 'csv'))}`;
  }

  #start(): void {
    this.#asked = this.#context.model.view?.run.number ?? 0;
    void this.#context.host.channel.request({ type: 'aggregate' });
  }

  #cancel(): boolean {
    void this.#context.host.channel.request({ type: 'cancelAnalysis', kind: 'aggregations' });
    return true;
  }

  #take(to: 'clipboard' | 'file', format: 'csv' | 'json'): void {
    void this.#context.host.channel.request({ type: 'takeAggregations', to, format }).then((sentence) => {
      if (sentence !== undefined) this.#context.voice.announce(sentence);
    });
  }

  readonly #mount = (element: Element | undefined): void => {
    this.#scroller = element instanceof HTMLElement ? element : undefined;
  };
}
