import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { RunView } from '../../../src/protocol/resultsMessages.ts';
import { html } from '../../parts/html.ts';
import { takeFocus } from '../../parts/keepFocus.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { resultsWords, totalText } from '../model/resultsWords.ts';
import { AllCounts } from './allCounts.ts';
import type { FacetAction } from './facetKeys.ts';
import { facetAction, facetMove } from './facetKeys.ts';
import { facetPanelPhrases, facetPanelWords } from './facetPanelWords.ts';
import type { FacetRow } from './facetRows.ts';
import { facetRows, placeOf } from './facetRows.ts';
import { facetRowLabel, facetRowView } from './facetRowView.ts';
import { ShownValues } from './shownValues.ts';
import { canType, typedValue } from './typedValue.ts';
import { ValueFinder } from './valueFinder.ts';

/** The facets beside the table, as a tree: what values there are, how many sessions have each, and which were chosen. */
export class FacetPanel {
  readonly #context: TabContext;
  readonly #leave: () => void;
  readonly #counts: { readonly loaded: ShownValues; readonly all: AllCounts };
  /** The facets all of whose values are shown. */
  readonly #unfolded = new Set<string>();
  readonly #finder: ValueFinder;
  #at = 0;
  #rows: readonly FacetRow[] = [];
  #element: HTMLElement | undefined;

  constructor(context: TabContext, leave: () => void) {
    this.#context = context;
    this.#leave = leave;
    this.#counts = { loaded: new ShownValues(context.model), all: new AllCounts(context) };
    this.#finder = new ValueFinder({
      changed: () => this.#context.redraw.soon(),
      take: (facet, typed) => this.#take(facet, typed),
      toValues: (facet) => this.#toFirstValue(facet),
      closed: (facet) => this.#toFacet(facet),
    });
  }

  focus(): void {
    takeFocus(this.#element);
  }

  view(): TemplateResult {
    const { model, host } = this.#context;
    const { run } = model.view ?? {};
    const { note, isSlow } = this.#counts.all;
    this.#counts.all.ask();
    // Counts come while one is at a row, and rows above it with them.
    const before = this.#rows[this.#at];
    this.#rows = this.#facetRows();
    this.#at = placeOf(before, this.#rows) ?? Math.min(this.#at, this.#rows.length - 1);
    return html`<section class="facets" aria-label=${facetPanelWords.title}>
      <div class="facets-head">
        <h2>${facetPanelWords.title}</h2>
        <span class="muted">${run ? this.#countedOver(run) : nothing}</span>
        ${run?.canLoadMore ? html`<button type="button" class="link" @click=${() => void host.channel.request({ type: 'loadAll' })}>${resultsWords.loadAll}</button>` : nothing}
      </div>
      ${isSlow ? html`<p class="facets-note" role="status">${facetPanelWords.counting}</p>` : nothing}
      ${note === undefined ? nothing : html`<p class="facets-note" role="note" dir="auto">${note}</p>`}
      ${this.#finder.view()}
      <div
        class="facet-tree"
        role="tree"
        tabindex="0"
        aria-label=${facetPanelWords.title}
        aria-description=${this.#counts.all.counted ? facetPanelWords.hintOfAll : facetPanelWords.hint}
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

  #facetRows(): readonly FacetRow[] {
    return facetRows(this.#context.model, this.#counts, {
      unfolded: this.#unfolded,
      typedFor: (facet) => this.#finder.typedFor(facet),
    });
  }

  // Drawing

  /** Over which sessions the values are counted. */
  #countedOver(run: RunView): string {
    const { model } = this.#context;
    const loaded = model.store.count;
    const { counted } = this.#counts.all;
    if (!counted) return facetPanelPhrases.countedOver(loaded, totalText(run.total));
    if (model.isUnfiltered) return facetPanelPhrases.allCounted(counted.total);
    return facetPanelPhrases.allPassing({ ...counted, shown: model.filtered.rows.length, loaded });
  }

  #row(row: FacetRow, index: number): TemplateResult {
    const isActive = index === this.#at;
    const press = (event: MouseEvent): void => {
      this.#at = index;
      this.#act(event.altKey ? 'leaveOut' : 'choose');
    };
    const level = row.type === 'facet' ? 1 : 2;
    const { model } = this.#context;
    const shown = { names: model.view?.nodeNames ?? {}, loaded: model.store.count };
    return html`<div
      id="facet-${index}"
      class="facet-row facet-${row.type} ${isActive ? 'active' : ''} ${row.type === 'value' ? (row.mark ?? '') : ''}"
      role="treeitem"
      aria-level=${level}
      aria-expanded=${row.type === 'facet' ? String(row.open) : nothing}
      aria-selected=${String(row.type === 'value' && row.mark !== undefined)}
      aria-label=${facetRowLabel(row, shown)}
      @click=${press}
      
      >${facetRowView(row, shown)}</div
    >`;
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
    if (action === 'find') {
      this.#find(facet);
      return;
    }
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
    this.#rows = this.#facetRows();
    this.#at = this.#rows.findIndex((row) => row.type === 'facet' && row.facet === facet);
  }

  // Finding a value

  /** Opens the field for a facet's values. One with few values has none. */
  #find(facet: string): void {
    if (!canType(facet)) return;
    if (!this.#context.model.state.openFacets.includes(facet)) this.#fold(facet, true);
    this.#finder.open(facet);
    this.#context.redraw.now();
    this.#finder.focus();
  }

  #take(facet: string, typed: string): void {
    const { model, voice } = this.#context;
    const values = this.#counts.all.of(facet)?.values ?? this.#counts.loaded.of(facet) ?? [];
    const text = typedValue(facet, typed, { values, names: model.view?.nodeNames ?? {} });
    if (text === undefined) {
      if (typed.trim() !== '') voice.tell(facetPanelWords.typePair);
      return;
    }
    this.#finder.close();
    this.#use(facet, text, 'choose');
    this.#rows = this.#facetRows();
    const at = this.#rows.findIndex((row) => row.type === 'value' && row.facet === facet && row.value.text === text);
    if (at >= 0) this.#at = at;
    this.#context.redraw.now();
    this.focus();
  }

  #toFirstValue(facet: string): void {
    const at = this.#rows.findIndex((row) => row.type === 'value' && row.facet === facet);
    if (at < 0) return;
    this.#at = at;
    this.#context.redraw.now();
    this.focus();
  }

  /** The keys go back to the facet that was looked through, where all its values are again. */
  #toFacet(facet: string): void {
    this.#rows = this.#facetRows();
    this.#at = Math.max(
      0,
      this.#rows.findIndex((row) => row.type === 'facet' && row.facet === facet),
    );
    this.#context.redraw.now();
    this.focus();
  }

  #use(facet: string, text: string, action: FacetAction): void {
    const { model, voice, host } = this.#context;
    if (action === 'queryFor' || action === 'queryOut') {
      void this.#putIntoQuery(facet, text, action === 'queryFor' ? 'must' : 'must_not');
      return;
    }
    model.choose(facet, text, action === 'choose' ? 'wanted' : 'unwanted');
    // What was counted elsewhere may be unknown of the rows that it is to filter.
    if (!model.facets.has(facet)) void host.channel.request({ type: 'ask', facet });
    voice.announce(facetPanelPhrases.shown(model.filtered.rows.length));
  }

  async #putIntoQuery(facet: string, value: string, occurrence: 'must' | 'must_not'): Promise<void> {
    const { model, host, voice } = this.#context;
    const found = model.sessionWith(facet, value);
    const isCounted = this.#counts.all.of(facet)?.values.some(({ text }) => text === value) === true;
    const { wanted, unwanted } = model.choiceOf(facet);
    // What was typed may be in no session that is here.
    const isTyped = wanted.includes(value) || unwanted.includes(value);
    if (!found && !isCounted && !isTyped) {
      voice.tell(facetPanelWords.noSession);
      return;
    }
    const sentence = await host.channel.request({ type: 'filterQuery', facet, value, occurrence, ...found });
    if (sentence !== undefined) voice.announce(sentence);
  }
}
