import type { ResultsPageMessage } from '../../../src/protocol/resultsMessages.ts';
import { narrowestColumn, widestColumn } from '../model/resultsState.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { widthOf } from './gridColumns.ts';
import type { TableFind } from './tableFind.ts';
import type { TableFocus } from './tableFocus.ts';
import type { TableAction } from './tableKeys.ts';
import { tablePhrases, tableWords } from './tableWords.ts';

export interface CommandNeeds {
  readonly context: TabContext;
  readonly focus: TableFocus;
  readonly find: TableFind;
  readonly toFacets: () => void;
}

/** What is done in the table, by key or by mouse. */
export class TableCommands {
  readonly #context: TabContext;
  readonly #focus: TableFocus;
  readonly #actions: Readonly<Record<TableAction, () => void>>;

  constructor({ context, focus, find, toFacets }: CommandNeeds) {
    this.#context = context;
    this.#focus = focus;
    const { selection } = focus;
    const lines = (): Int32Array => context.model.shown.lines;
    const ask = (message: ResultsPageMessage): void => void this.ask(message);
    const said = (): void => context.voice.announce(tablePhrases.selected(selection.rows.size));
    this.#actions = {
      open: () => (selection.line < 0 ? this.#sort() : this.open(selection.line, false)),
      preview: () => (selection.line < 0 ? this.#sort() : this.open(selection.line, true)),
      toggleSelected: () => {
        selection.toggle(selection.line, lines());
        said();
      },
      selectAll: () => {
        selection.selectAll(lines());
        said();
      },
      sort: () => this.#sort(),
      sortByService: () => this.#sortByService(),
      group: () => this.#group(),
      wider: () => this.#stretch(16),
      narrower: () => this.#stretch(-16),
      moveLeft: () => this.#moveColumnBy(-1),
      moveRight: () => this.#moveColumnBy(1),
      addColumn: () => ask({ type: 'addColumn' }),
      removeColumn: () => this.#removeColumn(),
      askColumns: () => ask({ type: 'askColumns' }),
      unfilter: () => this.#unfilter(),
      find: () => find.open(),
      nextMatch: () => find.step(1),
      previousMatch: () => find.step(-1),
      toggleFacets: () => context.model.change({ facetsShown: !context.model.state.facetsShown }),
      focusFacets: toFacets,
      copy: () => this.#ofRows((rows) => ask({ type: 'copyRows', rows, format: 'tsv' })),
      copyAs: () => this.#ofRows((rows) => ask({ type: 'copyRows', rows })),
      export: () => ask({ type: 'export', rows: Uint32Array.from(lines().filter((row) => row >= 0)) }),
      compare: () => this.#compare(),
      delete: () => (selection.line < 0 ? this.#removeColumn() : this.#ofRows((rows) => ask({ type: 'delete', rows }))),
      undoQuery: () => ask({ type: 'undoQuery' }),
      loadMore: () => ask({ type: 'loadMore' }),
    };
  }

  act(action: TableAction): void {
    this.#actions[action]();
    this.#context.redraw.soon();
  }

  /** Asks the host for something, and says what it answers. */
  async ask(message: ResultsPageMessage): Promise<void> {
    const sentence: unknown = await this.#context.host.channel.request(message);
    if (typeof sentence === 'string') this.#context.voice.announce(sentence);
  }

  /** Opens a session, or previews it; the head of a group is folded. */
  open(line: number, preview: boolean): void {
    const { model } = this.#context;
    const { lines, order } = model.shown;
    const row = lines[line];
    if (row === undefined) return;
    if (row < 0) {
      this.fold(line);
      return;
    }
    const arranged = model.isNatural ? {} : { order: rowsInLines(lines, order) };
    void this.ask({ type: 'open', row, preview, ...arranged });
  }

  fold(line: number): void {
    const { model, redraw } = this.#context;
    const { groups, lines } = model.shown;
    const group = groups[-1 - (lines[line] ?? 0)];
    if (!group) return;
    const text = model.groupText(group.code);
    if (!model.folded.delete(text)) model.folded.add(text);
    model.refold();
    redraw.soon();
  }

  resize(column: TableFocus['column'], width: number): void {
    if (!column) return;
    const { model, redraw } = this.#context;
    const wide = Math.max(narrowestColumn, Math.min(widestColumn, Math.round(width)));
    model.change({ widths: new Map([...model.state.widths, [column.path, wide]]) });
    redraw.soon();
  }

  /** Puts a column to the place of another; the keys go with it. */
  moveColumn(at: number, to: number): void {
    const { selection, columns } = this.#focus;
    const column = columns[at];
    if (!column || to < 0 || to >= columns.length) return;
    selection.column = to + 1;
    void this.ask({ type: 'moveColumn', path: column.path, to });
  }

  /** By what is here: in turns upwards, downwards, and as it was found. */
  #sort(): void {
    const { model, voice } = this.#context;
    const column = this.#column();
    if (!column || !model.view) return;
    const { sort } = model.state;
    const next = sort?.path !== column.path ? 'asc' : sort.direction === 'asc' ? 'desc' : undefined;
    // Sorting a part would put it into an order that all of them do not have: the service sorts where it can.
    if (next && model.isPart && column.sortable) {
      this.#sortByService();
      return;
    }
    model.change({ sort: next && { path: column.path, direction: next } });
    const said = model.isPart ? tablePhrases.sortedHere : tablePhrases.sorted;
    voice.announce(next ? said(column.title, next, model.store.count) : tableWords.unsorted);
    this.#focus.revealSoon();
  }

  #sortByService(): void {
    const { model, voice } = this.#context;
    const column = this.#column();
    if (!column) return;
    if (!column.sortable) {
      voice.tell(tableWords.notSortable);
      return;
    }
    const { service } = model;
    const direction = service?.path === column.path && service.direction === 'asc' ? 'desc' : 'asc';
    model.change({ sort: undefined });
    void this.ask({ type: 'sortByService', path: column.path, direction });
  }

  #group(): void {
    const { model, voice } = this.#context;
    if (model.state.group !== undefined) {
      model.change({ group: undefined });
      voice.announce(tableWords.unsorted);
    } else {
      const column = this.#column();
      if (!column) return;
      model.folded.clear();
      model.change({ group: column.path });
      voice.announce(tablePhrases.grouped(column.title, model.shown.groups.length));
    }
    this.#focus.revealSoon();
  }

  #stretch(by: number): void {
    const column = this.#column();
    if (!column) return;
    const { model, voice } = this.#context;
    this.resize(column, widthOf(model, column) + by);
    voice.announce(tablePhrases.width(column.title, widthOf(model, column)));
  }

  #moveColumnBy(by: 1 | -1): void {
    const at = this.#focus.selection.column - 1;
    if (this.#column()) this.moveColumn(at, at + by);
  }

  #removeColumn(): void {
    const column = this.#column();
    if (column) void this.ask({ type: 'removeColumn', path: column.path });
  }

  #unfilter(): void {
    const { model, voice } = this.#context;
    const { choices, ranges } = model.state;
    if (choices.length + ranges.length === 0 && !model.only) {
      voice.tell(tableWords.noFilter);
      return;
    }
    model.clearFilters();
    voice.announce(tableWords.unfiltered);
  }

  #compare(): void {
    const [left, right, ...others] = this.#focus.rows;
    if (left === undefined || right === undefined || others.length > 0) this.#context.voice.tell(tableWords.selectTwo);
    else void this.ask({ type: 'compare', rows: [left, right] });
  }

  #ofRows(use: (rows: Uint32Array) => void): void {
    const { rows } = this.#focus;
    if (rows.length === 0) this.#context.voice.tell(tableWords.nothingSelected);
    else use(Uint32Array.from(rows));
  }

  /** The column with the keys; says so where there is none. */
  #column(): TableFocus['column'] {
    const { column } = this.#focus;
    if (!column) this.#context.voice.tell(tableWords.noColumn);
    return column;
  }
}

/** The rows in the order in which they stand below the heads of their groups. */
function rowsInLines(lines: Int32Array, order: Uint32Array): Uint32Array {
  if (lines.length === order.length) return order;
  return Uint32Array.from(lines.filter((row) => row >= 0));
}
