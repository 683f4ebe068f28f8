import type { FacetChoice, FacetColumn, FilteredRows } from '../../../src/domain/results/facets/filterRows.ts';
import { filterRows } from '../../../src/domain/results/facets/filterRows.ts';
import { linesOf } from '../../../src/domain/results/order/groupRows.ts';
import type { ResultsView } from '../../../src/protocol/resultsMessages.ts';
import type { cellWords } from './cellWords.ts';
import { choiceOf, chosen } from './facetChoices.ts';
import { facetColumns, rowWith } from './facetColumns.ts';
import type { ResultsState } from './resultsState.ts';
import { isFirstLook, readResultsState } from './resultsState.ts';
import { ResultsStore } from './resultsStore.ts';
import { RowOrder } from './rowOrder.ts';
import type { OnlyRows, ShownRows } from './shownRows.ts';
import { ShownZone } from './shownZone.ts';

interface Derived {
  readonly key: string;
  readonly columns: ReadonlyMap<string, FacetColumn>;
}

/** What the page knows and what a person chose of it; everything that is drawn follows from this. */
export class ResultsModel {
  #view: ResultsView | undefined;
  #store = new ResultsStore(0);
  #order = new RowOrder(this.#store);
  #state: ResultsState;
  readonly #keep: (state: ResultsState) => void;
  #derived: Derived | undefined;
  readonly #zone = new ShownZone();
  #filtered: { readonly key: string; readonly state: ResultsState; readonly rows: FilteredRows } | undefined;
  #shown: { readonly rows: FilteredRows; readonly state: ResultsState; readonly shown: ShownRows } | undefined;
  #walked: ((row: number) => void) | undefined;
  #only: OnlyRows | undefined;
  #onlyNumber = 0;
  /** The groups that are folded, by value. */
  readonly folded = new Set<string>();

  constructor(state: ResultsState, keep: (state: ResultsState) => void) {
    this.#state = state;
    this.#keep = keep;
  }

  get view(): ResultsView | undefined {
    return this.#view;
  }

  get store(): ResultsStore {
    return this.#store;
  }

  get state(): ResultsState {
    return this.#state;
  }

  change(change: Partial<ResultsState>): void {
    this.#state = { ...this.#state, ...change };
    this.#keep(this.#state);
  }

  /** What is looked at before anything is shown. */
  begin(state: ResultsState): void {
    this.#state = state;
  }

  /** Everything is shown again as the query found it, in the same view. */
  resetLook(): void {
    const { tab } = this.#state;
    this.#only = undefined;
    this.folded.clear();
    this.change({ ...readResultsState({ tab }) });
  }

  /** Takes what the host says now. The rows of a run that ended stand until another one has rows. */
  show(view: ResultsView): void {
    this.#view = view;
    if (view.run.loaded === 0 && view.run.number !== this.#store.run) this.#reset(view.run.number);
  }

  /** Takes a piece of the rows. */
  take(run: number, chunk: Parameters<ResultsStore['take']>[0]): void {
    const { columns, from } = chunk;
    // The first rows of all of them again: another run, or the same otherwise masked.
    const anew = from === 0 && columns.some(([name]) => name === 'id');
    if (run !== this.#store.run || (anew && this.#store.count > 0)) this.#reset(run);
    this.#store.take(chunk);
  }

  /** All facets that can be counted by now, by name. */
  get facets(): ReadonlyMap<string, FacetColumn> {
    const key = `${this.#store.run} ${this.#store.version} ${this.#zoneName}`;
    if (this.#derived?.key !== key) this.#derived = { key, columns: facetColumns(this.#store, this.offset) };
    return this.#derived.columns;
  }

  /** The rows that pass what was chosen, and the counts of all facets. */
  get filtered(): FilteredRows {
    const gone = this.#view?.run.gone ?? [];
    const only = this.only?.rows;
    const key = `${this.#store.run} ${this.#store.version} ${gone.length} ${only?.number} ${this.#view?.settings.timeZone}`;
    const { choices, ranges } = this.#state;
    const known = this.#filtered;
    if (known?.key === key && known.state.choices === choices && known.state.ranges === ranges) return known.rows;
    const { count } = this.#store;
    const rows = filterRows({
      count,
      gone: only ? [...Array(count).keys()].filter((row) => !only.has(row)) : gone.filter((row) => row < count),
      facets: this.facets,
      choices,
      ranges: ranges.map(({ of, from, to }) => ({ values: this.#store.numbers(of).values, from, to })),
    });
    this.#filtered = { key, state: this.#state, rows };
    return rows;
  }

  /** The rows as the table shows them. */
  get shown(): ShownRows {
    const { filtered } = this;
    const { sort, group } = this.#state;
    const known = this.#shown;
    if (known?.rows === filtered && known.state.sort === sort && known.state.group === group) return known.shown;
    const order = this.#order.sorted(filtered.rows, sort);
    const groups = group === undefined ? [] : this.#order.grouped(order, group);
    const lines =
      group === undefined
        ? new Int32Array(order)
        : linesOf(groups, ({ code }) => this.folded.has(this.groupText(code)));
    const shown = { ...filtered, order, groups, lines };
    this.#shown = { rows: filtered, state: this.#state, shown };
    return shown;
  }

  /** Leaves some of the rows that are here, chosen elsewhere, until that is taken back. */
  showOnly(words: string, rows: Iterable<number>): void {
    const gone = new Set(this.#view?.run.gone);
    const left = new Set([...rows].filter((row) => !gone.has(row)));
    this.#onlyNumber += 1;
    this.#only = { words, run: this.#store.run, rows: { has: (row) => left.has(row), number: this.#onlyNumber } };
  }

  showAll(): void {
    this.#only = undefined;
  }

  /** Takes back all that leaves sessions out. */
  clearFilters(): void {
    this.showAll();
    this.change({ choices: [], ranges: [] });
  }

  /** What was left of the rows, in words, if it is of this run. */
  get only(): OnlyRows | undefined {
    return this.#only?.run === this.#store.run ? this.#only : undefined;
  }

  /** Hears of the rows whose sessions are walked to elsewhere. */
  onWalked(listener: (row: number) => void): void {
    this.#walked = listener;
  }

  walkedTo(row: number): void {
    this.#walked?.(row);
  }

  /** A group was folded or unfolded. */
  refold(): void {
    this.#shown = undefined;
  }

  /** The value of a group; empty for the rows that have none. */
  groupText(code: number): string {
    return this.#order.groupText(this.#state.group ?? '', code);
  }

  /** Whether all rows are shown that are here. */
  get isUnfiltered(): boolean {
    const { choices, ranges } = this.#state;
    return choices.length === 0 && ranges.length === 0 && !this.only;
  }

  /** Whether nothing was chosen that a reset would take back. */
  get isAsAtFirst(): boolean {
    return !this.only && isFirstLook(this.#state);
  }

  /** Whether the rows stand as they were found, all of them. */
  get isNatural(): boolean {
    const { sort, group } = this.#state;
    return sort === undefined && group === undefined && this.isUnfiltered;
  }

  /** Says what stands in a cell, in the zone that times are shown in. */
  get words(): ReturnType<typeof cellWords> {
    return this.#zone.named(this.#zoneName).words;
  }

  /** How far the clock of the shown zone is ahead of UTC. */
  get offset(): (ms: number) => number {
    return this.#zone.named(this.#zoneName).offset;
  }

  /** Whether there are more sessions than are here: what is sorted here is a part. */
  get isPart(): boolean {
    const { run } = this.#view ?? {};
    return run !== undefined && (run.total.atLeast || run.total.count > this.#store.count);
  }

  /** By what the service sorted. */
  get service(): ResultsView['sort'] | undefined {
    return this.#view?.sort;
  }

  choiceOf(facet: string): FacetChoice {
    return choiceOf(this.#state.choices, facet);
  }

  /** Takes a value of a facet into what is asked for (or left out), or out of it. */
  choose(facet: string, text: string, as: 'wanted' | 'unwanted'): void {
    this.change({ choices: chosen(this.#state.choices, { facet, text, as }) });
  }

  /** A session that has a value of a facet, and which of its values that is. */
  sessionWith(facet: string, text: string): { readonly row: number; readonly place: number } | undefined {
    const column = this.#store.facet(facet);
    if (column) return rowWith(column, text);
    // Those that are counted from numbers are of no session in particular.
    return this.facets.has(facet) ? { row: 0, place: 0 } : undefined;
  }

  get #zoneName(): string {
    return this.#view?.settings.timeZone ?? 'utc';
  }

  /** Orders one more column while nobody waits for it, so that sorting by it is a matter of reading. Answers whether there is another. */
  warmUp(): boolean {
    return !this.isPart && this.#order.warmUp((this.#view?.columns ?? []).map(({ path }) => path));
  }

  #reset(run: number): void {
    this.#store = new ResultsStore(run);
    this.#order = new RowOrder(this.#store);
    this.#derived = undefined;
    this.#filtered = undefined;
    this.#shown = undefined;
  }
}
