import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';
import { RowHeights } from './rowHeights.ts';

interface Shown {
  readonly label: string;
  /** What the rows are made from: others than before are measured anew, with the selected one in view. */
  readonly rows: object;
  readonly count: number;
  /** How many of the rows are options: the others, such as the head of a turn, cannot be selected. */
  readonly options: number;
  /** The index of the selected row, or -1. */
  readonly selected: number;
  readonly row: (index: number) => TemplateResult;
  readonly describe: (index: number) => RowWords;
  /** A row was chosen: by a key an option, by a click any row. */
  readonly select: (index: number) => void;
  /** Where a click means something else than a key that leads there. */
  readonly click?: (index: number) => void;
  readonly enter: () => void;
  /** For keys that mean more here than to move. */
  readonly keydown?: (event: KeyboardEvent) => void;
  /** What stays above the rows while the row at `index` is the first in sight, `stuckHeight` high. */
  readonly stuck?: (index: number) => TemplateResult | typeof nothing;
}

/** How high is what stays above the rows of a list that has such a thing. */
const stuckHeight = 24;

/** What a screen reader says of a row before what the row shows: its name holds all that is to be seen, for those who speak to the page. */
export interface RowWords {
  readonly unseen: string;
  /** Which of the options it is, from 1; absent when it is none. */
  readonly position?: number;
}

/** So many pixels beyond what is in sight a row is near: two rows. */
const nearby = 48;

/** So many rows are drawn beyond those in sight, at each end. */
const beyond = 8;

/** How far PageUp and PageDown go. */
const pageLength = 10;

/**
 * A list that draws only the rows in sight, so that its cost does not depend on their number. One stop of the Tab key; arrows, Home, End
 * and the page keys move through its options.
 */
export class WindowedList {
  readonly #name: string;
  readonly #redraw: () => void;
  readonly #estimate: (index: number, width: number) => number;
  readonly #observer = new ResizeObserver(() => this.#resized());
  /** Rows become higher by themselves when the font of icons comes, or VS Code's changes. */
  readonly #rowObserver = new ResizeObserver(() => this.#settleSoon());
  readonly #observed = new Set<Element>();
  /** What is known of the heights of rows that were shown before stays with them. */
  readonly #known = new WeakMap<object, RowHeights>();
  #element: HTMLElement | null = null;
  #rows: object = {};
  #heights = new RowHeights(0, () => 0);
  #selected = -1;
  /** Where the list is scrolled to, and its size. */
  #offset = 0;
  #height = 800;
  #width = 600;
  /** How much of its top is covered by what stays there. */
  #covered = 0;
  /** The row that is to be shown, and whether with what is around it: until the rows there were measured, as far as the list is laid out. */
  #goal: { readonly index: number; readonly around: boolean } | undefined;
  #drawn: readonly [first: number, last: number] = [0, -1];
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
    this.#element?.focus({ preventScroll: true });
    // In a narrow pane the list itself may be out of sight.
    this.#element?.scrollIntoView({ block: 'nearest' });
  }

  /** Whether the focus is in this list. */
  get focused(): boolean {
    return this.#element !== null && this.#element === document.activeElement;
  }

  /** The first and the last row in sight, as they were last drawn. */
  get inSight(): readonly [first: number, last: number] | undefined {
    const [first, last] = this.#drawn;
    return last < 0 ? undefined : [first, last];
  }

  /** Scrolls no further than is needed to a row that is near, and shows one from elsewhere with what is around it. */
  reveal(index: number): void {
    this.#aim(index);
    if (this.#isDrawnElsewhere) this.#redraw();
    else this.#settleSoon();
  }

  render(shown: Shown): TemplateResult {
    const { label, options, selected, row, describe, select, stuck, click = select } = shown;
    this.#selected = selected;
    if (this.#rows !== shown.rows) this.#take(shown);
    const items = this.#toDraw();
    const [first, last] = this.#drawn;
    this.#settleSoon();
    return html`<div
      class="scroller"
      tabindex="0"
      role="listbox"
      aria-label=${label}
      aria-activedescendant=${items.some(({ index }) => index === selected) ? `${this.#name}-${selected}` : nothing}
      @keydown=${(event: KeyboardEvent) => this.#keydown(event, shown)}
      ${ref(this.#mount)}
    >
      ${stuck && last >= 0 ? html`<div class="stuck" aria-hidden="true">${stuck(first)}</div>` : nothing}
      <div class="scroll-height" role="presentation" .style=${`height: ${this.#heights.total}px`}>
        ${repeat(
          items,
          ({ index }) => index,
          ({ index, start }) => {
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
          },
        )}
      </div>
    </div>`;
  }

  #keydown(event: KeyboardEvent, shown: Shown): void {
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

  #take({ rows, count, stuck }: Shown): void {
    this.#rows = rows;
    this.#covered = stuck ? stuckHeight : 0;
    this.#heights = this.#known.get(rows) ?? this.#estimated(count);
    this.#known.set(rows, this.#heights);
    this.#aim(this.#selected);
  }

  #estimated(count: number): RowHeights {
    const width = this.#element?.clientWidth || this.#width;
    return new RowHeights(count, (index) => this.#estimate(index, width));
  }

  /** The rows that are in sight, and some beyond. */
  #toDraw(): readonly { readonly index: number; readonly start: number }[] {
    this.#drawn = this.#reach();
    const [first, last] = this.#drawn;
    const from = Math.max(0, first - beyond);
    const to = Math.min(this.#heights.count - 1, last + beyond);
    let start = this.#heights.startOf(from);
    const items: { readonly index: number; readonly start: number }[] = [];
    for (let index = from; index <= to; index += 1) {
      items.push({ index, start });
      start += this.#heights.heightOf(index);
    }
    return items;
  }

  #reach(): readonly [first: number, last: number] {
    if (this.#heights.count === 0) return [0, -1];
    return [this.#heights.at(this.#offset), this.#heights.at(this.#offset + this.#height - 1)];
  }

  get #isDrawnElsewhere(): boolean {
    const [first, last] = this.#reach();
    return first !== this.#drawn[0] || last !== this.#drawn[1];
  }

  #isInSight(index: number): boolean {
    const start = this.#heights.startOf(index);
    return start + this.#heights.heightOf(index) > this.#offset && start < this.#offset + this.#height;
  }

  #aim(index: number): void {
    if (index < 0 || index >= this.#heights.count) return;
    const start = this.#heights.startOf(index);
    const end = start + this.#heights.heightOf(index);
    const isNear = end > this.#offset - nearby && start < this.#offset + this.#height + nearby;
    this.#goal = { index, around: !isNear };
    this.#offset = this.#goalOffset(this.#goal);
  }

  #goalOffset({ index, around }: { readonly index: number; readonly around: boolean }): number {
    const start = this.#heights.startOf(index);
    const height = this.#heights.heightOf(index);
    const [top, bottom] = [start - this.#covered, start + height - this.#height];
    const wanted = around ? (top + this.#covered + bottom) / 2 : Math.min(top, Math.max(bottom, this.#offset));
    return Math.max(0, Math.min(wanted, this.#heights.total - this.#height));
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
    // While it is not laid out, as in a page out of sight, there is nothing to measure and nowhere to scroll to.
    if (!element?.isConnected || element.clientHeight === 0) return;
    this.#height = element.clientHeight;
    if (this.#isNew) {
      this.#isNew = false;
      if (!this.#goal && this.#wasInSight) this.#aim(this.#selected);
    } else if (!this.#goal) this.#offset = element.scrollTop;
    const first = this.#heights.at(this.#offset);
    const within = this.#offset - this.#heights.startOf(first);
    const changed = this.#measure(element);
    this.#offset = this.#goal ? this.#goalOffset(this.#goal) : this.#heights.startOf(first) + within;
    if (Math.abs(element.scrollTop - this.#offset) >= 1) element.scrollTop = this.#offset;
    this.#offset = element.scrollTop;
    if (!changed) this.#goal = undefined;
    if (changed || this.#isDrawnElsewhere) this.#redraw();
  }

  /** Whether rows are higher or lower than was known. */
  #measure(element: HTMLElement): boolean {
    const content = element.querySelector<HTMLElement>(':scope > .scroll-height');
    const rows = [...(content?.children ?? [])].filter((row) => row instanceof HTMLElement);
    this.#observe(rows);
    let changed = false;
    for (const row of rows) {
      const index = Number(row.dataset.index);
      const { height } = row.getBoundingClientRect();
      if (index >= this.#heights.count || Math.abs(height - this.#heights.heightOf(index)) < 0.1) continue;
      this.#heights.set(index, height);
      changed = true;
    }
    // What is scrolled to has to be there.
    if (changed && content) content.style.height = `${this.#heights.total}px`;
    return changed;
  }

  #observe(rows: readonly Element[]): void {
    const shown = new Set(rows);
    for (const row of this.#observed) if (!shown.has(row)) this.#rowObserver.unobserve(row);
    for (const row of rows) if (!this.#observed.has(row)) this.#rowObserver.observe(row, { box: 'border-box' });
    this.#observed.clear();
    for (const row of rows) this.#observed.add(row);
  }

  readonly #mount = (mounted: Element | undefined): void => {
    const next = mounted instanceof HTMLElement ? mounted : null;
    if (next === this.#element) return;
    if (this.#element) this.#wasInSight = this.#isInSight(this.#selected);
    this.#observer.disconnect();
    this.#element = next;
    if (!next) return;
    this.#isNew = true;
    this.#observer.observe(next);
    next.addEventListener('scroll', () => this.#scrolled(next), { passive: true });
  };

  #scrolled(element: HTMLElement): void {
    if (element !== this.#element || element.clientHeight === 0) return;
    this.#offset = element.scrollTop;
    if (this.#isDrawnElsewhere) this.#redraw();
  }

  /** What was in sight stays in sight, and what was to be shown is shown once there is room for it. */
  #resized(): void {
    const { clientHeight = 0, clientWidth = 0 } = this.#element ?? {};
    if (clientHeight === 0) return;
    const wasInSight = this.#isInSight(this.#selected);
    this.#height = clientHeight;
    if (Math.abs(clientWidth - this.#width) > this.#width / 4) {
      this.#width = clientWidth;
      this.#heights = this.#estimated(this.#heights.count);
      this.#known.set(this.#rows, this.#heights);
    }
    if (this.#goal || wasInSight) this.#aim(this.#selected);
    if (this.#isDrawnElsewhere) this.#redraw();
    else this.#settleSoon();
  }
}

/** The option that a key leads to, or -1 when there is none further; undefined for a key that does not move. */
export function movedRow(
  key: string,
  { selected, count, describe }: Pick<Shown, 'selected' | 'count' | 'describe'>,
): number | undefined {
  const moves: Readonly<Record<string, readonly [from: number, direction: 1 | -1, options: number]>> = {
    ArrowDown: [selected, 1, 1],
    ArrowUp: [selected, -1, 1],
    PageDown: [selected, 1, pageLength],
    PageUp: [selected, -1, pageLength],
    Home: [-1, 1, 1],
    End: [count, -1, 1],
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!move) return undefined;
  const [from, direction, options] = move;
  let found = -1;
  let left = options;
  for (let index = from + direction; left > 0 && index >= 0 && index < count; index += direction) {
    if (describe(index).position === undefined) continue;
    found = index;
    left -= 1;
  }
  return found;
}
