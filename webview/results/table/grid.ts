import { ref } from 'lit/directives/ref.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { takeFocus } from '../../parts/keepFocus.ts';
import { ColumnDrag } from './columnDrag.ts';
import { lineHeight, linesInSight, scrollToLine } from './gridWindow.ts';

/** A column as the grid draws it. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly sort?: 'asc' | 'desc' | undefined;
  /** What is to be known of the column beside its title. */
  readonly hint?: string | undefined;
  readonly isNumber?: boolean;
}

export interface GridLine {
  readonly kind: string;
  readonly selected?: boolean;
  /** Of the head of a group: its words, over all columns. */
  readonly group?: { readonly words: string; readonly folded: boolean };
}

export interface ShownGrid {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  /** Whether rows stand below groups that fold. */
  readonly grouped: boolean;
  readonly active: { readonly line: number; readonly column: number };
  readonly lineOf: (line: number) => GridLine;
  readonly cellOf: (line: number, column: number) => TemplateResult | string;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly press: (line: number, column: number, event: MouseEvent) => void;
  readonly open: (line: number) => void;
  readonly resize: (column: number, width: number) => void;
  /** Puts a column to the place of another. */
  readonly moveColumn: (column: number, to: number) => void;
}

/** A grid as ARIA describes it, that draws only the lines in sight: its cost does not depend on their number. One stop of the Tab key. */
export class Grid {
  readonly #redraw: () => void;
  readonly #drag: ColumnDrag;
  #element: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #moveColumn: ShownGrid['moveColumn'] = () => {};
  #scrollTop = 0;
  #height = 0;
  #waiting = false;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    // The first column is the one of outcomes.
    this.#drag = new ColumnDrag(1, { redraw, move: (column, to) => this.#moveColumn(column, to) });
  }

  focus(): void {
    takeFocus(this.#element);
  }

  /** How many lines PageUp and PageDown go. */
  get page(): number {
    return Math.max(1, Math.floor(this.#height / lineHeight) - 2);
  }

  /** Scrolls no further than is needed to a cell. */
  reveal(line: number, column: number, columns: readonly GridColumn[]): void {
    const element = this.#element;
    if (!element) return;
    const { scrollTop, clientHeight, clientWidth, scrollLeft } = element;
    const top = line < 0 ? undefined : scrollToLine(line, { scrollTop, height: clientHeight, head: lineHeight });
    if (top !== undefined) element.scrollTop = top;
    const start = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
    const end = start + (columns[column]?.width ?? 0);
    if (start < scrollLeft) element.scrollLeft = start;
    else if (end > scrollLeft + clientWidth) element.scrollLeft = Math.min(start, end - clientWidth);
    this.#scrollTop = element.scrollTop;
  }

  render(shown: ShownGrid): TemplateResult {
    const { columns, count, active } = shown;
    this.#moveColumn = shown.moveColumn;
    const { from, to } = linesInSight(count, this.#scrollTop, this.#height - lineHeight);
    const template = `grid-template-columns: ${columns.map(({ width }) => `${width}px`).join(' ')} minmax(40px, 1fr)`;
    const isDrawn = active.line < 0 || (active.line >= from && active.line < to);
    const lines = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
    return html`<div
      class="grid"
      role=${shown.grouped ? 'treegrid' : 'grid'}
      tabindex="0"
      aria-label=${shown.label}
      aria-multiselectable="true"
      aria-rowcount=${count + 1}
      aria-colcount=${columns.length}
      aria-activedescendant=${isDrawn ? `cell-${active.line}-${active.column}` : nothing}
      @keydown=${shown.keydown}
      @scroll=${this.#scrolled}
      ${ref(this.#mount)}
    >
      <div class="grid-head" role="rowgroup">
        <div class="grid-line" role="row" aria-rowindex="1" .style=${template}>
          ${columns.map((column, index) => this.#head(shown, column, index))}
        </div>
        ${this.#dropMark(columns)}
      </div>
      <div class="grid-body" role="rowgroup" .style=${`height: ${count * lineHeight}px`}>
        ${lines.map((line) => this.#line(shown, line, template))}
      </div>
    </div>`;
  }

  #head(shown: ShownGrid, { title, sort, hint, width, isNumber }: GridColumn, index: number): TemplateResult {
    const isActive = shown.active.line < 0 && shown.active.column === index;
    const icon =
      sort === undefined
        ? nothing
        : html`<span class="codicon codicon-arrow-${sort === 'asc' ? 'up' : 'down'}" aria-hidden="true"></span>`;
    return html`<div
      id="cell--1-${index}"
      class="grid-cell grid-title ${isActive ? 'active' : ''} ${isNumber ? 'number' : ''} ${index === this.#drag.column ? 'dragged' : ''}"
      role="columnheader"
      aria-colindex=${index + 1}
      aria-sort=${sort === undefined ? nothing : sort === 'asc' ? 'ascending' : 'descending'}
      title=${hint ?? title}
      @click=${(event: MouseEvent) => this.#pressTitle(shown, index, event)}
      @pointerdown=${(event: PointerEvent) => this.#startDrag(event, shown.columns, index)}
    >
      <span class="ellipsis" dir="auto">${title}</span>${icon}${hint === undefined ? nothing : html`<span class="unseen">${hint}</span>`}
      ${index === 0 ? nothing : html`<span class="grip" aria-hidden="true" @pointerdown=${(event: PointerEvent) => startResize(event, width, (to) => shown.resize(index, to))} @click=${(event: Event) => event.stopPropagation()}></span>`}
    </div>`;
  }

  #pressTitle(shown: ShownGrid, index: number, event: MouseEvent): void {
    if (!this.#drag.swallows()) shown.press(-1, index, event);
  }

  #startDrag(event: PointerEvent, columns: readonly GridColumn[], index: number): void {
    this.#drag.start(
      event,
      index,
      columns.map(({ width }) => width),
    );
  }

  /** Where the column that is drawn along would stand. */
  #dropMark(columns: readonly GridColumn[]): TemplateResult | typeof nothing {
    const { gap } = this.#drag;
    if (gap === undefined) return nothing;
    const start = columns.slice(0, gap).reduce((sum, { width }) => sum + width, 0);
    return html`<span class="drop-mark" aria-hidden="true" .style=${`inset-inline-start: ${start}px; height: ${this.#height}px`}></span>`;
  }

  #line(shown: ShownGrid, line: number, template: string): TemplateResult {
    const { active, columns } = shown;
    const { kind, selected, group } = shown.lineOf(line);
    const place = `transform: translateY(${line * lineHeight}px)`;
    const classes = `grid-line ${kind} ${selected ? 'selected' : ''} ${line === active.line ? 'has-keys' : ''}`;
    if (group) {
      return html`<div class=${classes} role="row" aria-level="1" aria-rowindex=${line + 2} aria-expanded=${String(!group.folded)} .style=${place}
        @click=${(event: MouseEvent) => shown.press(line, active.column, event)}>
        <div id="cell-${line}-${active.column}" class="grid-cell grid-group ${line === active.line ? 'active' : ''}" role="gridcell" aria-colspan=${columns.length} dir="auto"
          ><span class="codicon codicon-chevron-${group.folded ? 'right' : 'down'}" aria-hidden="true"></span>${group.words}</div>
      </div>`;
    }
    return html`<div
      class=${classes}
      role="row"
      aria-level=${shown.grouped ? '2' : nothing}
      aria-rowindex=${line + 2}
      aria-selected=${String(selected === true)}
      .style=${`${template}; ${place}`}
      @dblclick=${() => shown.open(line)}
    >
      ${columns.map(
        ({ isNumber }, index) => html`<div
          id="cell-${line}-${index}"
          class="grid-cell ${line === active.line && index === active.column ? 'active' : ''} ${isNumber ? 'number' : ''}"
          role="gridcell"
          aria-colindex=${index + 1}
          dir="auto"
          @click=${(event: MouseEvent) => shown.press(line, index, event)}
          >${shown.cellOf(line, index)}</div
        >`,
      )}
    </div>`;
  }

  /** Once a frame, however often it is told of. */
  readonly #scrolled = (): void => {
    const element = this.#element;
    if (!element || this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#scrollTop = element.scrollTop;
      this.#redraw();
    });
  };

  readonly #mount = (element: Element | undefined): void => {
    const next = element instanceof HTMLElement ? element : undefined;
    if (next === this.#element) return;
    this.#observer?.disconnect();
    this.#element = next;
    if (!next) return;
    this.#observer = new ResizeObserver(() => {
      if (next.clientHeight === this.#height) return;
      this.#height = next.clientHeight;
      this.#redraw();
    });
    this.#observer.observe(next);
    const top = this.#scrollTop;
    // A new element is not in the page yet, and has no height to scroll in.
    queueMicrotask(() => {
      if (this.#element !== next) return;
      next.scrollTop = top;
      // The keys waited for the first rows to come; who has them elsewhere keeps them.
      if (document.hasFocus() && document.activeElement === document.body) this.focus();
    });
  };
}

function startResize(event: PointerEvent, width: number, resize: (width: number) => void): void {
  const { currentTarget: grip, clientX, pointerId } = event;
  if (!(grip instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  grip.setPointerCapture(pointerId);
  const move = (moved: PointerEvent): void => resize(width + moved.clientX - clientX);
  const end = (): void => {
    grip.removeEventListener('pointermove', move);
    grip.removeEventListener('lostpointercapture', end);
  };
  grip.addEventListener('pointermove', move);
  grip.addEventListener('lostpointercapture', end);
}
