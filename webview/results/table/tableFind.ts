import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { FoundCell } from '../../../src/domain/results/order/findInColumns.ts';
import { findInColumns } from '../../../src/domain/results/order/findInColumns.ts';
import { html } from '../../parts/html.ts';
import { takeFocus } from '../../parts/keepFocus.ts';
import { iconButton, textField } from '../../parts/toolkit.ts';
import { words } from '../../parts/words/words.ts';
import type { TabContext } from '../model/resultsTab.ts';
import { tablePhrases, tableWords } from './tableWords.ts';

interface FindNeeds {
  readonly context: TabContext;
  /** Shows a cell that was found. */
  readonly goTo: (cell: FoundCell) => void;
  /** Gives the keys back to the table. */
  readonly leave: () => void;
  /** Where the keys are in the table. */
  readonly at: () => FoundCell;
}

/** Finds in all cells of the table, drawn or not. */
export class TableFind {
  readonly #needs: FindNeeds;
  #open = false;
  #searched = '';
  #found: { readonly key: unknown; readonly searched: string; readonly cells: readonly FoundCell[] } | undefined;

  constructor(needs: FindNeeds) {
    this.#needs = needs;
  }

  open(): void {
    this.#open = true;
    this.#needs.context.redraw.now();
    takeFocus(document.querySelector<HTMLElement>('.find-field'));
  }

  close(): void {
    this.#open = false;
    this.#needs.context.redraw.now();
    this.#needs.leave();
  }

  /** Goes to the next cell that was found after where the keys are, or the one before; around the end. */
  step(direction: 1 | -1): void {
    const { context, goTo, at } = this.#needs;
    const cells = this.#cells;
    if (cells.length === 0) {
      context.voice.tell(tableWords.noMatch);
      return;
    }
    const here = at();
    const isAfter = (cell: FoundCell): boolean =>
      cell.line > here.line || (cell.line === here.line && cell.column > here.column);
    const isBefore = (cell: FoundCell): boolean =>
      cell.line < here.line || (cell.line === here.line && cell.column < here.column);
    const index = direction === 1 ? cells.findIndex(isAfter) : cells.findLastIndex(isBefore);
    const to = index >= 0 ? index : direction === 1 ? 0 : cells.length - 1;
    const cell = cells[to];
    if (!cell) return;
    goTo(cell);
    context.voice.announce(tablePhrases.match(to + 1, cells.length));
  }

  /** Whether a cell is one that was found. */
  get searched(): string {
    return this.#open ? this.#searched.trim().toLowerCase() : '';
  }

  view(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const keydown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape') this.close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const input = (value: string): void => {
      this.#searched = value;
      this.#needs.context.redraw.now();
    };
    const count = this.#cells.length;
    return html`<div class="find" role="search">
      ${textField({ label: tableWords.find, value: this.#searched, input, keydown, kind: 'find-field' })}
      <span class="muted">${this.#searched.trim() === '' ? nothing : tablePhrases.matches(count)}</span>
      ${iconButton('arrow-up', tableWords.previousMatch, () => this.step(-1))}
      ${iconButton('arrow-down', tableWords.nextMatch, () => this.step(1))}
      ${iconButton('close', words.close, () => this.close())}
    </div>`;
  }

  get #cells(): readonly FoundCell[] {
    const { model } = this.#needs.context;
    const { shown, view, store } = model;
    const known = this.#found;
    if (known?.key === shown.lines && known.searched === this.#searched) return known.cells;
    const asWords = model.words;
    const columns = (view?.columns ?? []).map((column) => {
      const field = store.field(column.path);
      return (
        field && {
          texts: field.texts,
          wordsOf: (text: string) => asWords(column, text),
          codeOf: (row: number) => field.codeAt(row),
        }
      );
    });
    // The first column of the grid is the one of outcomes.
    const cells = findInColumns(shown.lines, [undefined, ...columns], this.#searched);
    this.#found = { key: shown.lines, searched: this.#searched, cells };
    return cells;
  }
}
