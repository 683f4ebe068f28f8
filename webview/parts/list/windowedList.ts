import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../html.ts';
import { takeFocus } from '../keepFocus.ts';
import { DrawnRows } from './drawnRows.ts';
import type { ListRows } from './listRows.ts';
import { stuckHeight } from './listRows.ts';
import type { PlacedRow, RowSpan } from './listWindow.ts';
import { ListWindow } from './listWindow.ts';
import { movedRow } from './movedRow.ts';
import { RowHeights } from './rowHeights.ts';

/**
 * A list that draws only the rows in sight, so that its cost does not depend on their number. One stop of the Tab key; arrows, Home, End
 * and the page keys move through its options.
 */
export class WindowedList {
  readonly #name: string;
  readonly #redraw: () => void;
  readonly #estimate: (index: number, width: number) => number;
  readonly #observer = new ResizeObserver(() => this.#resized());
  readonly #window = new ListWindow();
  readonly #drawnRows = new DrawnRows(() => this.#settleSoon());
  /** What is known of the heights of rows that were shown before stays with them. */
  readonly #known = new WeakMap<object, RowHeights>();
  #element: HTMLElement | null = null;
  #rows: object = {};
  #selected = -1;
  /** The width that heights were estimated for. */
  #width = 600;
  #isSettling = false;
  /** The element is new: it is not scrolled to anywhere. */
  #isNew = false;
  /** Whether the selected row was in sight when the list was taken away: then it is to be so again. */
  #wasInSight = true;

  /** `estimate`: how high a row may be before it was drawn, in a list of this width; the nearer, the less is moved afterwards. */
  constructor(name: string, estimate: (index: number, width: number) => number, redraw: () => void) {
    this.#name = name;
    this.#estimate = estimate;
    this.#redraw = redraw;
  }

  focus(): void {
    takeFocus(this.#element);
    // In a narrow pane the list itself may be out of sight.
    this.#element?.scrollIntoView({ block: 'nearest' });
  }

  /** Whether the focus is in this list. */
  get focused(): boolean {
    return this.#element !== null && this.#element === document.activeElement;
  }

  /** The first and the last row in sight, as they were last drawn. */
  get inSight(): RowSpan | undefined {
    const { drawn } = this.#window;
    return drawn[1] < 0 ? undefined : drawn;
  }

  /** Scrolls no further than is needed to a row that is near, and shows one from elsewhere with what is around it. */
  reveal(index: number): void {
    this.#window.aim(index);
    this.#drawSoon();
  }

  render(shown: ListRows): TemplateResult {
    const { label, selected, stuck } = shown;
    this.#selected = selected;
    if (this.#rows !== shown.rows) this.#take(shown);
    const placed = this.#window.rowsToDraw();
    const [first, last] = this.#window.drawn;
    this.#settleSoon();
    return html`<div
      class="scroller"
      tabindex="0"
      role="listbox"
      aria-label=${label}
      aria-activedescendant=${placed.some(({ index }) => index === selected) ? `${this.#name}-${selected}` : nothing}
      @keydown=${(event: KeyboardEvent) => this.#keydown(event, shown)}
      ${ref(this.#mount)}
    >
      ${stuck && last >= 0 ? html`<div class="stuck" aria-hidden="true">${stuck(first)}</div>` : nothing}
      <div class="scroll-height" role="presentation" .style=${`height: ${this.#window.heights.total}px`}>
        ${repeat(
          placed,
          ({ index }) => index,
          (row) => this.#row(row, shown),
        )}
      </div>
    </div>`;
  }

  #row(
    { index, start }: PlacedRow,
    { options, selected, row, describe, select, click = select }: ListRows,
  ): TemplateResult {
    const { unseen, position } = describe(index);
    const option = position !== undefined;
    return html`<div
      id="${this.#name}-${index}"
      class="row ${index === selected ? 'selected' : ''}"
      role=${option ? 'option' : 'presentation'}
      aria-selected=${option ? String(index === selected) : nothing}
      aria-setsize=${option ? options : nothing}
      aria-posinset=${position ?? nothing}
      data-index=${index}
      .style=${`transform: translateY(${start}px)`}
      @click=${() => click(index)}
    >
      ${unseen === '' ? nothing : html`<span class="unseen">${unseen}</span>`}${row(index)}
    </div>`;
  }

  #keydown(event: KeyboardEvent, shown: ListRows): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      shown.enter();
      return;
    }
    const to = movedRow(event.key, shown);
    if (to === undefined) {
      shown.keydown?.(event);
      return;
    }
    event.preventDefault();
    if (to >= 0) shown.select(to);
  }

  #take({ rows, count, stuck }: ListRows): void {
    this.#rows = rows;
    this.#window.covered = stuck ? stuckHeight : 0;
    this.#useHeights(this.#known.get(rows) ?? this.#estimated(count));
    this.#window.aim(this.#selected);
  }

  #useHeights(heights: RowHeights): void {
    this.#window.heights = heights;
    this.#known.set(this.#rows, heights);
  }

  #estimated(count: number): RowHeights {
    const width = this.#element?.clientWidth || this.#width;
    return new RowHeights(count, (index) => this.#estimate(index, width));
  }

  #drawSoon(): void {
    if (this.#window.isDrawnElsewhere) this.#redraw();
    else this.#settleSoon();
  }

  /** When what is being drawn now is there. */
  #settleSoon(): void {
    if (this.#isSettling) return;
    this.#isSettling = true;
    queueMicrotask(() => {
      this.#isSettling = false;
      this.#settle();
    });
  }

  /** Measures what was drawn, and keeps in its place what a person looks at, or shows what is to be shown. */
  #settle(): void {
    const element = this.#element;
    const shown = this.#window;
    // While it is not laid out, as in a page out of sight, there is nothing to measure and nowhere to scroll to.
    if (!element?.isConnected || element.clientHeight === 0) return;
    shown.height = element.clientHeight;
    if (this.#isNew) {
      this.#isNew = false;
      if (!shown.hasGoal && this.#wasInSight) shown.aim(this.#selected);
    } else if (!shown.hasGoal) shown.offset = element.scrollTop;
    const changed = shown.keepPlace(() => this.#drawnRows.measure(element, shown.heights));
    if (Math.abs(element.scrollTop - shown.offset) >= 1) element.scrollTop = shown.offset;
    shown.offset = element.scrollTop;
    if (!changed) shown.forgetGoal();
    if (changed || shown.isDrawnElsewhere) this.#redraw();
  }

  readonly #mount = (mounted: Element | undefined): void => {
    const next = mounted instanceof HTMLElement ? mounted : null;
    if (next === this.#element) return;
    if (this.#element) this.#wasInSight = this.#window.isInSight(this.#selected);
    this.#observer.disconnect();
    this.#element = next;
    if (!next) return;
    this.#isNew = true;
    this.#observer.observe(next);
    next.addEventListener('scroll', () => this.#scrolled(next), { passive: true });
  };

  #scrolled(element: HTMLElement): void {
    if (element !== this.#element || element.clientHeight === 0) return;
    this.#window.offset = element.scrollTop;
    if (this.#window.isDrawnElsewhere) this.#redraw();
  }

  /** What was in sight stays in sight, and what was to be shown is shown once there is room for it. */
  #resized(): void {
    const { clientHeight = 0, clientWidth = 0 } = this.#element ?? {};
    if (clientHeight === 0) return;
    const wasInSight = this.#window.isInSight(this.#selected);
    this.#window.height = clientHeight;
    const isOther = Math.abs(clientWidth - this.#width) > this.#width / 4;
    if (isOther) {
      this.#width = clientWidth;
      this.#useHeights(this.#estimated(this.#window.heights.count));
    }
    if (this.#window.hasGoal || wasInSight) this.#window.aim(this.#selected);
    // Rows whose heights are as estimated are not where they were drawn all the same.
    if (isOther) this.#redraw();
    else this.#drawSoon();
  }
}
