import type { ResultsColumn } from '../../../src/protocol/resultsMessages.ts';
import type { TabContext } from '../model/resultsTab.ts';
import type { Grid, GridColumn } from './grid.ts';
import { gridColumns } from './gridColumns.ts';
import { GridSelection } from './gridSelection.ts';
import type { Move } from './tableKeys.ts';

/** Where the keys are in the table, and what is selected there. */
export class TableFocus {
  readonly #context: TabContext;
  readonly #grid: Grid;
  readonly selection = new GridSelection();
  #lines: Int32Array = new Int32Array(0);
  #isNew = true;

  constructor(context: TabContext, grid: Grid) {
    this.#context = context;
    this.#grid = grid;
  }

  /** Follows the rows to where they stand now. */
  follow(lines: Int32Array): void {
    if (lines === this.#lines) return;
    this.selection.follow(this.#lines, lines);
    this.#lines = lines;
    const row = this.#context.model.view?.at;
    const line = this.#isNew && row !== undefined ? lines.indexOf(row) : -1;
    if (line < 0) return;
    // A page that comes back shows where one was.
    this.#isNew = false;
    this.selection.moveTo(line, lines);
    this.revealSoon();
  }

  get columns(): readonly ResultsColumn[] {
    return this.#context.model.view?.columns ?? [];
  }

  get gridColumns(): readonly GridColumn[] {
    return gridColumns(this.#context.model);
  }

  /** The column with the keys; undefined for the one of outcomes. */
  get column(): ResultsColumn | undefined {
    return this.columns[this.selection.column - 1];
  }

  /** The selected rows in the order in which they stand, or the one with the keys. */
  get rows(): readonly number[] {
    return this.selection.inOrder(this.#context.model.shown.lines);
  }

  move({ line, column }: Move, extend: boolean): void {
    this.#isNew = false;
    const { lines } = this.#context.model.shown;
    const { selection } = this;
    if (column !== undefined) {
      const last = this.columns.length;
      const to = column === 'first' ? 0 : column === 'last' ? last : selection.column + column;
      selection.column = Math.max(0, Math.min(last, to));
    }
    if (line !== undefined) {
      const to = this.#lineAfter(line, lines.length);
      if (extend) selection.extendTo(Math.max(0, to), lines);
      else selection.moveTo(to, lines);
    }
    this.reveal();
  }

  goTo(line: number, column: number): void {
    this.selection.column = column;
    this.selection.moveTo(line, this.#context.model.shown.lines);
    this.reveal();
  }

  /** Goes to the row of a session, where it is shown. */
  goToRow(row: number): void {
    const { lines } = this.#context.model.shown;
    const line = lines.indexOf(row);
    if (line < 0) return;
    this.selection.moveTo(line, lines);
    this.revealSoon();
  }

  reveal(): void {
    const { line, column } = this.selection;
    this.#grid.reveal(line, column, this.gridColumns);
    this.#context.redraw.now();
  }

  /** When what is being drawn now is there. */
  revealSoon(): void {
    queueMicrotask(() => this.reveal());
  }

  #lineAfter(move: NonNullable<Move['line']>, count: number): number {
    const { line } = this.selection;
    if (move === 'first') return 0;
    if (move === 'last') return count - 1;
    const by = move === 'page' ? this.#grid.page : move === '-page' ? -this.#grid.page : move;
    return Math.max(typeof move === 'number' ? -1 : 0, Math.min(count - 1, line + by));
  }
}
