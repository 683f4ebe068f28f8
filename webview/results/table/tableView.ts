import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { ResultsColumn } from '../../../src/protocol/resultsMessages.ts';
import { html } from '../../parts/html.ts';
import { spokenIcon } from '../../parts/spokenIcon.ts';
import { textButton } from '../../parts/toolkit.ts';
import { outcomeWords } from '../../parts/words.ts';
import { cellWords } from '../model/cellWords.ts';
import { narrowestColumn, widestColumn } from '../model/resultsState.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { resultsPhrases, resultsWords } from '../model/resultsWords.ts';
import type { GridColumn, GridLine } from './grid.ts';
import { Grid } from './grid.ts';
import { GridSelection } from './gridSelection.ts';
import type { Move, TableAction } from './tableKeys.ts';
import { actionOf, moveOf } from './tableKeys.ts';
import { tablePhrases, tableWords } from './tableWords.ts';

const outcomeIcons = { success: 'pass', warning: 'warning', error: 'error', inProgress: 'record' } as const;

const statusCode = 'channel_data.status_code';

/** The table: what is drawn of the rows, and what keys and mouse do there. */
export class TableView {
  readonly #context: TabContext;
  readonly #grid: Grid;
  readonly #selection = new GridSelection();
  #lines: Int32Array = new Int32Array(0);

  constructor(context: TabContext) {
    this.#context = context;
    this.#grid = new Grid(() => context.redraw.now());
    context.model.onWalked((row) => this.#goToRow(row));
  }

  focus(): void {
    this.#grid.focus();
  }

  /** Keys that are pressed outside of the grid. */
  key(event: KeyboardEvent): boolean {
    const action = actionOf(event, this.#singleKeys);
    if (action !== 'find' && action !== 'unfilter' && action !== 'toggleFacets' && action !== 'focusFacets')
      return false;
    this.#act(action);
    return true;
  }

  view(): TemplateResult {
    const { model } = this.#context;
    const { view } = model;
    if (!view) return html``;
    const { lines } = model.shown;
    if (lines !== this.#lines) {
      this.#selection.follow(this.#lines, lines);
      this.#lines = lines;
    }
    return html`<div class="table-view">
      ${this.#bar()}
      ${model.store.count === 0 ? this.#empty() : this.#drawGrid(view.columns)}
    </div>`;
  }

  get #singleKeys(): boolean {
    return this.#context.model.view?.settings.singleKeys ?? true;
  }

  get #columns(): readonly ResultsColumn[] {
    return this.#context.model.view?.columns ?? [];
  }

  /** The column with the keys; undefined for the one of outcomes. */
  get #activeColumn(): ResultsColumn | undefined {
    return this.#columns[this.#selection.column - 1];
  }

  // Drawing

  #bar(): TemplateResult {
    const { model } = this.#context;
    const { order } = model.shown;
    const { count } = model.store;
    const filtered = model.state.choices.length + model.state.ranges.length > 0;
    const selected = this.#selection.rows.size;
    return html`<div class="table-bar">
      <span>${filtered ? resultsPhrases.shownOf(order.length, count) : resultsPhrases.sessions(count)}</span>
      ${selected > 1 ? html`<span class="muted">${tablePhrases.selected(selected)}</span>` : nothing}
      ${filtered ? textButton(resultsWords.clearFilters, () => this.#act('unfilter')) : nothing}
    </div>`;
  }

  #empty(): TemplateResult {
    const { state } = this.#context.model.view?.run ?? { state: 'none' };
    const sentence = {
      none: resultsWords.notRun,
      running: '',
      done: resultsWords.nothingFound,
      failed: '',
      cancelled: resultsWords.stopped,
    }[state];
    return html`<p class="note">${sentence}</p>`;
  }

  #drawGrid(columns: readonly ResultsColumn[]): TemplateResult {
    const { model } = this.#context;
    const { view, state, store, shown } = model;
    const words = cellWords(view?.settings.timeZone ?? 'utc');
    const outcome = store.facet('outcome');
    const fields = columns.map(({ path }) => store.field(path));
    const lineOf = (line: number): GridLine => {
      const row = shown.lines[line] ?? -1;
      if (row >= 0) return { kind: view?.run.stale ? 'stale' : '', selected: this.#selection.rows.has(row) };
      const group = shown.groups[-1 - row];
      const text = group ? model.groupText(group.code) : '';
      const column = columns.find(({ path }) => path === state.group);
      const value = text === '' || !column ? resultsWords.none : words(column, text);
      return {
        kind: 'group',
        group: { words: tablePhrases.group(value, group?.rows.length ?? 0), folded: model.folded.has(text) },
      };
    };
    const cellOf = (line: number, index: number): TemplateResult | string => {
      const row = shown.lines[line] ?? -1;
      if (index === 0) return outcomeCell(outcome?.texts[outcome.codesAt(row)[0] ?? 0]);
      const [column, field] = [columns[index - 1], fields[index - 1]];
      const text = field?.at(row);
      if (!column || text === undefined) return notKnown(view?.run.asking.length ?? 0);
      // What a session that goes on has got so far is not its outcome.
      const goesOn = column.path === statusCode && outcome?.texts[outcome.codesAt(row)[0] ?? 0] === 'inProgress';
      return goesOn ? outcomeWords.inProgress : words(column, text);
    };
    return this.#grid.render({
      label: tablePhrases.gridOf(view?.name ?? '', shown.order.length),
      columns: this.#gridColumns,
      count: shown.lines.length,
      active: this.#selection,
      lineOf,
      cellOf,
      corner: nothing,
      keydown: (event) => this.#keydown(event),
      press: (line, column, event) => this.#press(line, column, event),
      open: (line) => this.#open(line, false),
      resize: (index, width) => this.#resize(columns[index - 1], width),
      resized: () => {},
    });
  }

  get #gridColumns(): readonly GridColumn[] {
    const { sort } = this.#context.model.state;
    return [
      { id: 'outcome', title: '', width: 28, hint: resultsWords.outcome },
      ...this.#columns.map((column) => ({
        id: column.path,
        title: column.title,
        width: this.#widthOf(column),
        sort: sort?.path === column.path ? sort.direction : undefined,
        isNumber: column.kind === 'number' && column.path !== statusCode,
      })),
    ];
  }

  #widthOf({ path, kind }: ResultsColumn): number {
    const known = this.#context.model.state.widths.get(path);
    if (known !== undefined) return known;
    if (kind === 'date') return 160;
    if (path === 'id') return 270;
    return kind === 'number' ? 100 : 150;
  }

  // Doing

  #keydown(event: KeyboardEvent): void {
    const move = moveOf(event, this.#singleKeys);
    const action = move ? undefined : actionOf(event, this.#singleKeys);
    if (!move && !action) return;
    event.preventDefault();
    if (move) this.#move(move, event.shiftKey && event.key.startsWith('Arrow'));
    else if (action) this.#act(action);
  }

  #move({ line, column }: Move, extend: boolean): void {
    const { lines } = this.#context.model.shown;
    const selection = this.#selection;
    if (column !== undefined) {
      const last = this.#columns.length;
      const to = column === 'first' ? 0 : column === 'last' ? last : selection.column + column;
      selection.column = Math.max(0, Math.min(last, to));
    }
    if (line !== undefined) {
      const to = this.#lineAfter(line, lines.length);
      if (extend) selection.extendTo(Math.max(0, to), lines);
      else selection.moveTo(to, lines);
    }
    this.#reveal();
  }

  #lineAfter(move: NonNullable<Move['line']>, count: number): number {
    const { line } = this.#selection;
    if (move === 'first') return 0;
    if (move === 'last') return count - 1;
    const by = move === 'page' ? this.#grid.page : move === '-page' ? -this.#grid.page : move;
    return Math.max(typeof move === 'number' ? -1 : 0, Math.min(count - 1, line + by));
  }

  #reveal(): void {
    const { line, column } = this.#selection;
    this.#grid.reveal(line, column, this.#gridColumns);
    this.#context.redraw.now();
  }

  #act(action: TableAction): void {
    const { model, voice } = this.#context;
    const { lines } = model.shown;
    const { line } = this.#selection;
    switch (action) {
      case 'open':
      case 'preview':
        if (line < 0) this.#sort();
        else this.#open(line, action === 'preview');
        break;
      case 'toggleSelected':
        this.#selection.toggle(line, lines);
        voice.announce(tablePhrases.selected(this.#selection.rows.size));
        break;
      case 'selectAll':
        this.#selection.selectAll(lines);
        voice.announce(tablePhrases.selected(this.#selection.rows.size));
        break;
      case 'sort':
        this.#sort();
        break;
      case 'group':
        this.#group();
        break;
      case 'wider':
      case 'narrower':
        this.#stretch(action === 'wider' ? 16 : -16);
        break;
      case 'unfilter':
        this.#unfilter();
        break;
      default:
        break;
    }
    this.#context.redraw.soon();
  }

  #sort(): void {
    const { model, voice } = this.#context;
    const column = this.#activeColumn;
    if (!column) {
      voice.tell(tableWords.noColumn);
      return;
    }
    const { sort } = model.state;
    const next = sort?.path !== column.path ? 'asc' : sort.direction === 'asc' ? 'desc' : undefined;
    model.change({ sort: next && { path: column.path, direction: next } });
    voice.announce(next ? tablePhrases.sorted(column.title, next) : tablePhrases.unsorted);
    this.#revealSoon();
  }

  #group(): void {
    const { model, voice } = this.#context;
    const column = this.#activeColumn;
    if (model.state.group !== undefined) {
      model.change({ group: undefined });
      voice.announce(tablePhrases.unsorted);
    } else if (column) {
      model.folded.clear();
      model.change({ group: column.path });
      voice.announce(tablePhrases.grouped(column.title, model.shown.groups.length));
    } else voice.tell(tableWords.noColumn);
    this.#revealSoon();
  }

  #stretch(by: number): void {
    const column = this.#activeColumn;
    if (!column) {
      this.#context.voice.tell(tableWords.noColumn);
      return;
    }
    this.#resize(column, this.#widthOf(column) + by);
    this.#context.voice.announce(tablePhrases.width(column.title, this.#widthOf(column)));
  }

  #resize(column: ResultsColumn | undefined, width: number): void {
    if (!column) return;
    const { model, redraw } = this.#context;
    const wide = Math.max(narrowestColumn, Math.min(widestColumn, Math.round(width)));
    model.change({ widths: new Map([...model.state.widths, [column.path, wide]]) });
    redraw.soon();
  }

  #unfilter(): void {
    const { model, voice } = this.#context;
    const { choices, ranges } = model.state;
    if (choices.length + ranges.length === 0) {
      voice.tell(tableWords.noFilter);
      return;
    }
    model.change({ choices: [], ranges: [] });
    voice.announce(tableWords.unfiltered);
  }

  #press(line: number, column: number, event: MouseEvent): void {
    const { lines } = this.#context.model.shown;
    this.#selection.column = column;
    if (line < 0) {
      this.#selection.line = -1;
      this.#sort();
    } else if (event.shiftKey) this.#selection.extendTo(line, lines);
    else if (event.ctrlKey || event.metaKey) this.#selection.toggle(line, lines);
    else {
      this.#selection.moveTo(line, lines);
      if ((lines[line] ?? 0) < 0) this.#fold(line);
    }
    this.#context.redraw.soon();
  }

  #fold(line: number): void {
    const { model } = this.#context;
    const { groups, lines } = model.shown;
    const group = groups[-1 - (lines[line] ?? 0)];
    if (!group) return;
    const text = model.groupText(group.code);
    if (!model.folded.delete(text)) model.folded.add(text);
    model.refold();
    this.#context.redraw.soon();
  }

  #open(line: number, preview: boolean): void {
    const { model, host, voice } = this.#context;
    const { lines, order } = model.shown;
    const row = lines[line];
    if (row === undefined) return;
    if (row < 0) {
      this.#fold(line);
      return;
    }
    const arranged = model.isNatural ? {} : { order: rowsInLines(lines, order) };
    void host.channel.request({ type: 'open', row, preview, ...arranged }).then((sentence) => {
      if (sentence !== undefined) voice.announce(sentence);
    });
  }

  #goToRow(row: number): void {
    const { lines } = this.#context.model.shown;
    const line = lines.indexOf(row);
    if (line < 0) return;
    this.#selection.moveTo(line, lines);
    this.#revealSoon();
  }

  #revealSoon(): void {
    queueMicrotask(() => this.#reveal());
  }
}

/** The rows in the order in which they stand below the heads of their groups. */
function rowsInLines(lines: Int32Array, order: Uint32Array): Uint32Array {
  if (lines.length === order.length) return order;
  return Uint32Array.from(lines.filter((row) => row >= 0));
}

function outcomeCell(outcome: string | undefined): TemplateResult | string {
  if (outcome === undefined || !Object.hasOwn(outcomeIcons, outcome)) return '';
  const known = outcome as keyof typeof outcomeIcons;
  return spokenIcon(outcomeIcons[known], outcomeWords[known], `outcome ${known}`);
}

function notKnown(asking: number): TemplateResult {
  const said = asking > 0 ? tableWords.pending : '·';
  return html`<span class="muted" title=${resultsWords.notAsked} aria-label=${resultsWords.notAsked} role="img">${said}</span>`;
}
