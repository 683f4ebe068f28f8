import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from './html.ts';

interface Shown {
  readonly label: string;
  /** What the rows are made from: others than before are measured anew, with the selected one in view. */
  readonly rows: unknown;
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

/** How far PageUp and PageDown go. */
const pageLength = 10;

/**
 * A list that draws only the rows in sight, so that its cost does not depend on their number. One stop of the Tab key; arrows, Home, End
 * and the page keys move through its options.
 */
export class WindowedList {
  readonly #name: string;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #redraw: () => void;
  readonly #estimate: (index: number, width: number) => number;
  #element: HTMLElement | null = null;
  #unmount: (() => void) | undefined;
  #rows: unknown;
  #selected = -1;
  /** The selected row was to be shown while the list was not there or not laid out. */
  #isRevealLeft = false;
  /** Whether the selected row was in sight when the list was taken away: then it is to be so again. */
  #wasInSight = true;

  /** `estimate`: how high a row may be before it was drawn, in a list of this width; the nearer, the less is moved afterwards. */
  constructor(name: string, estimate: (index: number, width: number) => number, redraw: () => void) {
    this.#name = name;
    this.#estimate = estimate;
    this.#redraw = redraw;
    this.#virtualizer = new Virtualizer(this.#options(0));
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
    const { range } = this.#virtualizer;
    return range ? [range.startIndex, range.endIndex] : undefined;
  }

  /** Scrolls no further than is needed to a row that is near, and shows one from elsewhere with what is around it. */
  reveal(index: number): void {
    if (!this.#unmount) this.#isRevealLeft = true;
    const row = this.#virtualizer.measurementsCache[index];
    if (!row || !this.#element || !this.#unmount) return;
    const { scrollTop, clientHeight } = this.#element;
    this.#isRevealLeft = clientHeight === 0;
    if (this.#isRevealLeft) return;
    const isNear = row.end > scrollTop - nearby && row.start < scrollTop + clientHeight + nearby;
    this.#virtualizer.scrollToIndex(index, { align: isNear ? 'auto' : 'center' });
  }

  #isInSight(index: number): boolean {
    const row = this.#virtualizer.measurementsCache[index];
    const { scrollOffset, scrollRect } = this.#virtualizer;
    if (!row || scrollOffset === null || !scrollRect) return false;
    return row.end > scrollOffset && row.start < scrollOffset + scrollRect.height;
  }

  render(shown: Shown): TemplateResult {
    const { label, options, selected, row, describe, select, stuck, click = select } = shown;
    this.#selected = selected;
    if (this.#rows !== shown.rows) this.#take(shown);
    const items = this.#virtualizer.getVirtualItems();
    const [first] = this.inSight ?? [];
    return html`<div
      class="scroller"
      tabindex="0"
      role="listbox"
      aria-label=${label}
      aria-activedescendant=${items.some(({ index }) => index === selected) ? `${this.#name}-${selected}` : nothing}
      @keydown=${(event: KeyboardEvent) => this.#keydown(event, shown)}
      ${ref(this.#mount)}
    >
      ${stuck && first !== undefined ? html`<div class="stuck" aria-hidden="true">${stuck(first)}</div>` : nothing}
      <div class="scroll-height" role="presentation" .style=${`height: ${this.#virtualizer.getTotalSize()}px`}>
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
              ${ref(this.#measure)}
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
    this.#virtualizer.setOptions(this.#options(count, stuck ? stuckHeight : 0));
    this.#virtualizer.measure();
    this.#revealSoon();
  }

  /** When what is being drawn now is there. */
  #revealSoon(): void {
    queueMicrotask(() => this.reveal(this.#selected));
  }

  readonly #mount = (element: Element | undefined): void => {
    const next = element instanceof HTMLElement ? element : null;
    if (next === this.#element) return;
    if (this.#unmount) this.#wasInSight = this.#isInSight(this.#selected);
    this.#unmount?.();
    this.#unmount = undefined;
    this.#element = next;
    if (!next) return;
    const offset = this.#virtualizer.scrollOffset ?? 0;
    // A new element is not in the page yet, and has no height to scroll in.
    queueMicrotask(() => {
      if (this.#element !== next) return;
      this.#unmount = this.#virtualizer._didMount();
      this.#virtualizer._willUpdate();
      next.scrollTop = offset;
      if (this.#isRevealLeft || this.#wasInSight) this.reveal(this.#selected);
    });
  };

  readonly #measure = (element: Element | undefined): void => {
    if (element instanceof HTMLElement) this.#virtualizer.measureElement(element);
  };

  readonly #observeRect: typeof observeElementRect = (instance, report) =>
    observeElementRect(instance, (rect) => {
      const wasInSight = this.#isInSight(this.#selected);
      report(rect);
      if (rect.height > 0 && (this.#isRevealLeft || wasInSight)) this.#revealSoon();
    });

  #options(count: number, scrollPaddingStart = 0): Virtualizer<HTMLElement, HTMLElement>['options'] {
    return {
      count,
      estimateSize: (index: number) => this.#estimate(index, this.#element?.clientWidth || 600),
      getScrollElement: () => this.#element,
      observeElementRect: this.#observeRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      overscan: 8,
      scrollPaddingStart,
      measureElement: measuredRow,
      initialRect: { width: 400, height: 800 },
      onChange: () => this.#redraw(),
    } as unknown as Virtualizer<HTMLElement, HTMLElement>['options'];
  }
}

/** A row has no height while its list is not laid out, as in a page out of sight: then it keeps the one that it had or may have. */
function measuredRow(...measured: Parameters<typeof measureElement<HTMLElement>>): number {
  const [element, , { indexFromElement, itemSizeCache, options }] = measured;
  const size = measureElement(...measured);
  if (size > 0) return size;
  const index = indexFromElement(element);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
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
