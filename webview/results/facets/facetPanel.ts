import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { facetNames, facetValueNote, facetValueWords } from '../model/facetWords.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { numberText, resultsWords, totalText } from '../model/resultsWords.ts';
import type { FacetAction } from './facetKeys.ts';
import { facetAction, facetMove } from './facetKeys.ts';
import { facetPanelPhrases, facetPanelWords } from './facetPanelWords.ts';
import type { FacetRow } from './facetRows.ts';
import { facetRows } from './facetRows.ts';
import { ShownValues } from './shownValues.ts';

/** The facets beside the table, as a tree: what values there are, how many sessions have each, and which were chosen. */
export class FacetPanel {
  readonly #context: TabContext;
  readonly #leave: () => void;
  readonly #values: ShownValues;
  /** The facets all of whose values are shown. */
  readonly #unfolded = new Set<string>();
  #at = 0;
  #rows: readonly FacetRow[] = [];
  #element: HTMLElement | undefined;

  constructor(context: TabContext, leave: () => void) {
    this.#context = context;
    this.#leave = leave;
    this.#values = new ShownValues(context.model);
  }

  focus(): void {
    this.#element?.focus();
  }

  view(): TemplateResult {
    const { model, host } = this.#context;
    const { run } = model.view ?? {};
    this.#rows = facetRows(model, this.#values, this.#unfolded);
    this.#at = Math.min(this.#at, this.#rows.length - 1);
    return html`<section class="facets" aria-label=${facetPanelWords.title}>
      <div class="facets-head">
        <h2>${facetPanelWords.title}</h2>
        <span class="muted">${run ? facetPanelPhrases.countedOver(model.store.count, totalText(run.total)) : nothing}</span>
        ${run?.canLoadMore ? html`<button type="button" class="link" @click=${() => void host.channel.request({ type: 'loadAll' })}>${resultsWords.loadAll}</button>` : nothing}
      </div>
      <div
        class="facet-tree"
        role="tree"
        tabindex="0"
        aria-label=${facetPanelWords.title}
        aria-description=${facetPanelWords.hint}
        aria-activedescendant="facet-${this.#at}"
        @keydown=${(event: KeyboardEvent) => this.#keydown(event)}
        ${ref((element) => {
          this.#element = element instanceof HTMLElement ? element : undefined;
        })}
      >
        ${this.#rows.map((row, index) => this.#row(row, index))}
      </div>
    </section>`;
  }

  // Drawing

  #row(row: FacetRow, index: number): TemplateResult {
    const isActive = index === this.#at;
    const press = (event: MouseEvent): void => {
      this.#at = index;
      this.#act(event.altKey ? 'leaveOut' : 'choose');
    };
    const level = row.type === 'facet' ? 1 : 2;
    return html`<div
      id="facet-${index}"
      class="facet-row facet-${row.type} ${isActive ? 'active' : ''} ${row.type === 'value' ? (row.mark ?? '') : ''}"
      role="treeitem"
      aria-level=${level}
      aria-expanded=${row.type === 'facet' ? String(row.open) : nothing}
      aria-selected=${String(row.type === 'value' && row.mark !== undefined)}
      aria-label=${this.#label(row)}
      @click=${press}
      >${this.#inner(row)}</div
    >`;
  }

  #inner(row: FacetRow): TemplateResult | string {
    switch (row.type) {
      case 'facet':
        return html`<span class="codicon codicon-chevron-${row.open ? 'down' : 'right'}"></span><span class="ellipsis">${facetNames[row.facet] ?? row.facet}</span>${row.chosen > 0 ? html` <span class="facet-chosen">${row.chosen}</span>` : nothing}`;
      case 'value': {
        const { text, count } = row.value;
        const note = facetValueNote(row.facet, text);
        const words = this.#words(row.facet, text);
        const icon = row.mark === 'wanted' ? 'check' : row.mark === 'unwanted' ? 'circle-slash' : 'blank';
        return html`<span class="facet-bar" .style=${`width: ${(100 * count) / row.most}%`}></span
          ><span class="codicon codicon-${icon}"></span
          ><span class="facet-words ellipsis" dir="auto" title=${words}>${words}${note === '' || note === words ? nothing : html` <span class="muted">${note}</span>`}</span
          > <span class="facet-count">${numberText(count)}</span>`;
      }
      case 'more':
        return facetPanelPhrases.more(row.count);
      case 'ask':
        return row.asking ? facetPanelWords.asking : facetPanelWords.ask;
      case 'empty':
        return facetPanelWords.empty;
    }
  }

  #label(row: FacetRow): string {
    if (row.type === 'facet') {
      const chosen = row.chosen > 0 ? [facetPanelPhrases.chosen(row.chosen)] : [];
      return [facetNames[row.facet] ?? row.facet, ...chosen].join(', ');
    }
    if (row.type !== 'value') return String(this.#inner(row));
    const { text, count } = row.value;
    const marks = row.mark ? [facetPanelWords[row.mark]] : [];
    const note = facetValueNote(row.facet, text);
    const named = [this.#words(row.facet, text), ...(note === '' ? [] : [note])].join(' ');
    return [facetPanelPhrases.value(named, count), ...marks].join(', ');
  }

  #words(facet: string, text: string): string {
    return facetValueWords(facet, text, this.#context.model.view?.nodeNames ?? {});
  }

  // Doing

  #keydown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = facetMove(event.key);
    const action = move === undefined ? facetAction(event.key) : undefined;
    if (move === undefined && action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (move !== undefined) this.#move(move);
    else if (action) this.#act(action);
  }

  #move(by: number | 'first' | 'last'): void {
    const last = this.#rows.length - 1;
    const to = by === 'first' ? 0 : by === 'last' ? last : this.#at + by;
    this.#at = Math.max(0, Math.min(last, to));
    this.#context.redraw.now();
    this.#element?.querySelector('.facet-row.active')?.scrollIntoView({ block: 'nearest' });
  }

  #act(action: FacetAction): void {
    const row = this.#rows[this.#at];
    if (action === 'leave' || !row) {
      this.#leave();
      return;
    }
    const { facet } = row;
    if (action === 'close' || action === 'open') this.#fold(facet, action === 'open');
    else if (row.type === 'facet') this.#fold(facet, !row.open);
    else if (row.type === 'more') this.#unfolded.add(facet);
    else if (row.type === 'ask') void this.#context.host.channel.request({ type: 'ask', facet });
    else if (row.type === 'value') this.#use(facet, row.value.text, action);
    this.#context.redraw.now();
  }

  #fold(facet: string, open: boolean): void {
    const { model } = this.#context;
    const others = model.state.openFacets.filter((one) => one !== facet);
    model.change({ openFacets: open ? [...others, facet] : others });
    this.#rows = facetRows(model, this.#values, this.#unfolded);
    this.#at = this.#rows.findIndex((row) => row.type === 'facet' && row.facet === facet);
  }

  #use(facet: string, text: string, action: FacetAction): void {
    const { model, voice } = this.#context;
    if (action === 'queryFor' || action === 'queryOut') {
      void this.#putIntoQuery(facet, text, action === 'queryFor' ? 'must' : 'must_not');
      return;
    }
    model.choose(facet, text, action === 'choose' ? 'wanted' : 'unwanted');
    // The same value keeps the keys, wherever it stands now.
    this.#rows = facetRows(model, this.#values, this.#unfolded);
    const at = this.#rows.findIndex((row) => row.type === 'value' && row.facet === facet && row.value.text === text);
    if (at >= 0) this.#at = at;
    voice.announce(facetPanelPhrases.shown(model.filtered.rows.length));
  }

  async #putIntoQuery(facet: string, value: string, occurrence: 'must' | 'must_not'): Promise<void> {
    const { model, host, voice } = this.#context;
    const found = model.sessionWith(facet, value);
    if (!found) {
      voice.tell(facetPanelWords.noSession);
      return;
    }
    const sentence = await host.channel.request({ type: 'filterQuery', facet, value, occurrence, ...found });
    if (sentence !== undefined) voice.announce(sentence);
  }
}
