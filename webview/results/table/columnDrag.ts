import { nearEdge, placeOfDrop } from './gridWindow.ts';

/** So far a mouse moves, in pixels, before a press on a title is no press any more. */
const leastWay = 5;

interface DragNeeds {
  readonly redraw: () => void;
  /** Puts a column to the place of another. */
  readonly move: (column: number, to: number) => void;
}

/** A column that is drawn along by its title, to where a mark shows that it would stand. Columns before `first` stay where they are. */
export class ColumnDrag {
  readonly #needs: DragNeeds;
  readonly #first: number;
  #dragged: { readonly column: number; gap: number } | undefined;
  /** The press that ends a drag is none on the title. */
  #swallow = false;

  constructor(first: number, needs: DragNeeds) {
    this.#first = first;
    this.#needs = needs;
  }

  get column(): number | undefined {
    return this.#dragged?.column;
  }

  /** Before which column the mark stands; as many as there are columns for the end. */
  get gap(): number | undefined {
    return this.#dragged?.gap;
  }

  /** Whether the press that is told of only ended a drag. */
  swallows(): boolean {
    const swallows = this.#swallow;
    this.#swallow = false;
    return swallows;
  }

  /** Follows the mouse from a press on a column's title on. `widths`: of all columns, in pixels. */
  start(event: PointerEvent, column: number, widths: readonly number[]): void {
    const { currentTarget: title, clientX: began, pointerId, pointerType, button } = event;
    // A finger scrolls.
    if (!(title instanceof HTMLElement) || button !== 0 || pointerType === 'touch' || column < this.#first) return;
    const grid = title.closest<HTMLElement>('.grid');
    if (!grid) return;
    this.#swallow = false;
    let at = began;
    let scrolling = 0;
    const follow = (): void => {
      const { left, right } = grid.getBoundingClientRect();
      const gap = placeOfDrop(at - left + grid.scrollLeft, widths, this.#first);
      if (gap !== this.#dragged?.gap) {
        this.#dragged = { column, gap };
        this.#needs.redraw();
      }
      const by = nearEdge(at, left, right);
      cancelAnimationFrame(scrolling);
      if (by === 0) return;
      grid.scrollLeft += by;
      scrolling = requestAnimationFrame(follow);
    };
    const move = (moved: PointerEvent): void => {
      at = moved.clientX;
      if (!this.#dragged && Math.abs(at - began) < leastWay) return;
      if (!title.hasPointerCapture(pointerId)) title.setPointerCapture(pointerId);
      follow();
    };
    const end = (isMeant: boolean): void => {
      cancelAnimationFrame(scrolling);
      stop.abort();
      const dragged = this.#dragged;
      if (!dragged) return;
      this.#dragged = undefined;
      this.#swallow = true;
      const to = dragged.gap > column ? dragged.gap - 1 : dragged.gap;
      if (isMeant && to !== column) this.#needs.move(column, to);
      this.#needs.redraw();
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', () => end(true), { signal });
    window.addEventListener('pointercancel', () => end(false), { signal });
    window.addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape' || !this.#dragged) return;
        pressed.preventDefault();
        pressed.stopPropagation();
        end(false);
      },
      { signal, capture: true },
    );
  }
}
