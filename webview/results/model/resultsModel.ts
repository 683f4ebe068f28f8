import {
  bucketColumn,
  durationBucketOf,
  durationBuckets,
  hourOf,
  hours,
  weekdayOf,
  weekdays,
} from '../../../src/domain/results/facets/bucketColumn.ts';
import type { FacetChoice, FacetColumn, FilteredRows } from '../../../src/domain/results/facets/filterRows.ts';
import { filterRows } from '../../../src/domain/results/facets/filterRows.ts';
import type { RowGroup } from '../../../src/domain/results/order/groupRows.ts';
import { groupRows, linesOf } from '../../../src/domain/results/order/groupRows.ts';
import { ranksOf, sortRows } from '../../../src/domain/results/order/sortRows.ts';
import { listedFacets } from '../../../src/domain/results/rows/facetFields.ts';
import { sortValue } from '../../../src/domain/results/rows/rowColumns.ts';
import { zoneOffsets } from '../../../src/domain/time/zoneOffsets.ts';
import type { ResultsView } from '../../../src/protocol/resultsMessages.ts';
import { cellWords } from './cellWords.ts';
import type { ResultsState } from './resultsState.ts';
import { ResultsStore } from './resultsStore.ts';

/** The rows that are shown, as lines of a table: a row, or below 0 the head of a group. */
export interface ShownRows extends FilteredRows {
  /** The rows in the order in which they stand. */
  readonly order: Uint32Array;
  readonly groups: readonly RowGroup[];
  readonly lines: Int32Array;
}

interface ShownZone {
  readonly zone: string;
  readonly offset: (ms: number) => number;
  readonly words: ReturnType<typeof cellWords>;
}

/** Rows that were chosen elsewhere, such as in the path map. */
export interface OnlyRows {
  readonly words: string;
  readonly run: number;
  readonly rows: { readonly has: (row: number) => boolean; readonly number: number };
}

interface Derived {
  readonly key: string;
  readonly columns: ReadonlyMap<string, FacetColumn>;
}

/** What the page knows and what a person chose of it; everything that is drawn follows from this. */
export class ResultsModel {
  #view: ResultsView | undefined;
  #store = new ResultsStore(0);
  #state: ResultsState;
  readonly #keep: (state: ResultsState) => void;
  #derived: Derived | undefined;
  #zone: ShownZone | undefined;
  #filtered: { readonly key: string; readonly state: ResultsState; readonly rows: FilteredRows } | undefined;
  #shown: { readonly rows: FilteredRows; readonly state: ResultsState; readonly shown: ShownRows } | undefined;
  readonly #ranks = new Map<string, { readonly texts: number; readonly ranks: Uint32Array }>();
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
    const zone = this.#view?.settings.timeZone ?? 'utc';
    const key = `${this.#store.run} ${this.#store.version} ${zone}`;
    if (this.#derived?.key !== key) this.#derived = { key, columns: this.#facetColumns() };
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
    const order = this.#sorted(filtered.rows);
    const groups = group === undefined ? [] : this.#grouped(order, group);
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
    return this.#store.field(this.#state.group ?? '')?.texts[code] ?? '';
  }

  /** Whether the rows stand as they were found, all of them. */
  get isNatural(): boolean {
    const { sort, group, choices, ranges } = this.#state;
    return sort === undefined && group === undefined && choices.length === 0 && ranges.length === 0 && !this.only;
  }

  /** Says what stands in a cell, in the zone that times are shown in. */
  get words(): ReturnType<typeof cellWords> {
    return this.#inZone().words;
  }

  /** How far the clock of the shown zone is ahead of UTC. */
  get offset(): (ms: number) => number {
    return this.#inZone().offset;
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
    return this.#state.choices.find((one) => one.facet === facet) ?? { facet, wanted: [], unwanted: [] };
  }

  /** Takes a value of a facet into what is asked for (or left out), or out of it. */
  choose(facet: string, text: string, as: 'wanted' | 'unwanted'): void {
    const choice = this.choiceOf(facet);
    const other = as === 'wanted' ? 'unwanted' : 'wanted';
    const held = choice[as].includes(text);
    const next = {
      ...choice,
      [as]: held ? choice[as].filter((one) => one !== text) : [...choice[as], text],
      [other]: choice[other].filter((one) => one !== text),
    };
    const others = this.#state.choices.filter((one) => one.facet !== facet);
    const isEmpty = next.wanted.length + next.unwanted.length === 0;
    this.change({ choices: isEmpty ? others : [...others, next] });
  }

  /** A session that has a value of a facet, and which of its values that is. */
  sessionWith(facet: string, text: string): { readonly row: number; readonly place: number } | undefined {
    const column = this.#store.facet(facet);
    const code = column?.texts.indexOf(text) ?? -1;
    // Those that are counted from numbers are of no session in particular.
    if (!column) return this.facets.has(facet) ? { row: 0, place: 0 } : undefined;
    for (let row = 0; row < column.length; row += 1) {
      const place = column.codesAt(row).indexOf(code);
      if (place >= 0) return { row, place };
    }
    return undefined;
  }

  /** The places of a column's texts in their order. */
  ranks(path: string): Uint32Array {
    const texts = this.#store.field(path)?.texts ?? [''];
    const known = this.#ranks.get(path);
    if (known?.texts === texts.length) return known.ranks;
    const ranks = ranksOf(texts, sortValue(path));
    this.#ranks.set(path, { texts: texts.length, ranks });
    return ranks;
  }

  #inZone(): ShownZone {
    const zone = this.#view?.settings.timeZone ?? 'utc';
    if (this.#zone?.zone !== zone) {
      const offset = zoneOffsets(zone);
      this.#zone = { zone, offset, words: cellWords(offset) };
    }
    return this.#zone;
  }

  /** Orders one more column while nobody waits for it, so that sorting by it is a matter of reading. Answers whether there is another. */
  warmUp(): boolean {
    const paths = (this.#view?.columns ?? []).map(({ path }) => path);
    const next = paths.find((path) => this.#ranks.get(path)?.texts !== (this.#store.field(path)?.texts.length ?? 1));
    if (next === undefined || this.isPart) return false;
    this.ranks(next);
    return true;
  }

  #sorted(rows: Uint32Array): Uint32Array {
    const { sort } = this.#state;
    const column = sort && this.#store.field(sort.path);
    if (!sort || !column) return rows;
    const ranks = this.ranks(sort.path);
    const { codes, length } = column;
    const rankOf = (row: number): number => (row < length ? (ranks[codes[row] ?? 0] ?? 0) : 0);
    return sortRows(rows, { rankOf, most: ranks.length, direction: sort.direction });
  }

  #grouped(rows: Uint32Array, path: string): readonly RowGroup[] {
    const column = this.#store.field(path);
    if (!column) return [{ code: 0, rows }];
    return groupRows(rows, { codeOf: (row) => column.codeAt(row), ranks: this.ranks(path) });
  }

  #facetColumns(): ReadonlyMap<string, FacetColumn> {
    const columns = new Map<string, FacetColumn>();
    for (const name of listedFacets) {
      const column = this.#store.facet(name);
      if (column) columns.set(name, column);
    }
    const { count } = this.#store;
    const duration = this.#store.numbers('duration').values;
    const start = this.#store.numbers('start').values;
    const { offset } = this;
    columns.set(
      'duration',
      bucketColumn(duration, { length: count, texts: durationBuckets, bucketOf: durationBucketOf }),
    );
    columns.set('hour', bucketColumn(start, { length: count, texts: hours, bucketOf: (ms) => hourOf(ms, offset(ms)) }));
    columns.set(
      'weekday',
      bucketColumn(start, { length: count, texts: weekdays, bucketOf: (ms) => weekdayOf(ms, offset(ms)) }),
    );
    return columns;
  }

  #reset(run: number): void {
    this.#store = new ResultsStore(run);
    this.#ranks.clear();
    this.#derived = undefined;
    this.#filtered = undefined;
    this.#shown = undefined;
  }
}
