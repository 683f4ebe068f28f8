import type { RowHeights } from './rowHeights.ts';

/** The rows of a list that are drawn: their heights are measured, and it is told when one of them changes by itself. */
export class DrawnRows {
  /** Rows become higher by themselves when the font of icons comes, or VS Code's changes. */
  readonly #observer: ResizeObserver;
  readonly #observed = new Set<Element>();

  constructor(changed: () => void) {
    this.#observer = new ResizeObserver(changed);
  }

  /** Whether rows are higher or lower than was known; now they are known. */
  measure(list: HTMLElement, heights: RowHeights): boolean {
    const content = list.querySelector<HTMLElement>(':scope > .scroll-height');
    const rows = [...(content?.children ?? [])].filter((row) => row instanceof HTMLElement);
    this.#observe(rows);
    let changed = false;
    for (const row of rows) {
      const index = Number(row.dataset.index);
      const { height } = row.getBoundingClientRect();
      if (index >= heights.count || Math.abs(height - heights.heightOf(index)) < 0.1) continue;
      heights.set(index, height);
      changed = true;
    }
    // What is scrolled to has to be there.
    if (changed && content) content.style.height = `${heights.total}px`;
    return changed;
  }

  #observe(rows: readonly Element[]): void {
    const shown = new Set(rows);
    for (const row of this.#observed) if (!shown.has(row)) this.#observer.unobserve(row);
    for (const row of rows) if (!this.#observed.has(row)) this.#observer.observe(row, { box: 'border-box' });
    this.#observed.clear();
    for (const row of rows) this.#observed.add(row);
  }
}
