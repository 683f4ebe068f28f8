import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';

interface Shown {
  readonly label: string;
  readonly count: number;
  /** The index of the selected row, or -1. */
  readonly selected: number;
  readonly row: (index: number) => TemplateResult;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly describe: (index: number) => { readonly label: string; readonly option: boolean };
  readonly press: (index: number) => void;
}

/** A list that draws only the rows in sight, so that its cost does not depend on their number. One stop of the Tab key. */
export class WindowedList {
  readonly #name: string;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  readonly #redraw: () => void;
  readonly #estimate: (index: number) => number;
  #element: HTMLElement | null = null;
  #unmount: (() => void) | undefined;

  constructor(name: string, estimate: (index: number) => number, redraw: () => void) {
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

  reveal(index: number): void {
    if (index >= 0) this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  render({ label, count, selected, row, keydown, describe, press }: Shown): TemplateResult {
    if (this.#virtualizer.options.count !== count) this.#virtualizer.setOptions(this.#options(count));
    const items = this.#virtualizer.getVirtualItems();
    return html`<div
      class="scroller"
      tabindex="0"
      role="listbox"
      aria-label=${label}
      aria-activedescendant=${items.some(({ index }) => index === selected) ? `${this.#name}-${selected}` : nothing}
      @keydown=${keydown}
      ${ref(this.#mount)}
    >
      <div class="scroll-height" role="presentation" .style=${`height: ${this.#virtualizer.getTotalSize()}px`}>
        ${repeat(
          items,
          ({ index }) => index,
          ({ index, start }) => {
            const { label: rowLabel, option } = describe(index);
            return html`<div
              id="${this.#name}-${index}"
              class="row ${index === selected ? 'selected' : ''}"
              role=${option ? 'option' : 'presentation'}
              aria-label=${option ? rowLabel : nothing}
              aria-selected=${option ? String(index === selected) : nothing}
              aria-setsize=${option ? count : nothing}
              aria-posinset=${option ? index + 1 : nothing}
              data-index=${index}
              .style=${`transform: translateY(${start}px)`}
              @click=${() => press(index)}
              ${ref(this.#measure)}
            >
              ${row(index)}
            </div>`;
          },
        )}
      </div>
    </div>`;
  }

  readonly #mount = (element: Element | undefined): void => {
    const next = element instanceof HTMLElement ? element : null;
    if (next === this.#element) return;
    this.#unmount?.();
    this.#unmount = undefined;
    this.#element = next;
    if (!next) return;
    this.#unmount = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  };

  readonly #measure = (element: Element | undefined): void => {
    if (element instanceof HTMLElement) this.#virtualizer.measureElement(element);
  };

  #options(count: number): Virtualizer<HTMLElement, HTMLElement>['options'] {
    return {
      count,
      estimateSize: this.#estimate,
      getScrollElement: () => this.#element,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      overscan: 8,
      initialRect: { width: 400, height: 800 },
      onChange: () => this.#redraw(),
    } as unknown as Virtualizer<HTMLElement, HTMLElement>['options'];
  }
}
