import { RowHeights } from './rowHeights.ts';

/** So many pixels beyond what is in sight a row is near: two rows. */
const nearby = 48;

/** So many rows are drawn beyond those in sight, at each end. */
const beyond = 8;

/** The first and the last of some rows; the last is before the first where there are none. */
export type RowSpan = readonly [first: number, last: number];

/** A row and where it begins, in pixels from the top of the list. */
export interface PlacedRow {
  readonly index: number;
  readonly start: number;
}

/** The part of a list that is in sight: how high its rows are, how far it is scrolled, and which row is to be shown. */
export class ListWindow {
  heights = new RowHeights(0, () => 0);
  /** Where the list is scrolled to, and how much of it there is room for. */
  offset = 0;
  height = 800;
  /** How much of its top is covered by what stays there. */
  covered = 0;
  /** The row that is to be shown, and whether with what is around it. */
  #goal: { readonly index: number; readonly around: boolean } | undefined;
  #drawn: RowSpan = [0, -1];

  /** The rows in sight when rows were last drawn. */
  get drawn(): RowSpan {
    return this.#drawn;
  }

  /** Whether others are in sight than were drawn. */
  get isDrawnElsewhere(): boolean {
    const [first, last] = this.#inSight();
    return first !== this.#drawn[0] || last !== this.#drawn[1];
  }

  /** Whether a row is to be shown that may not be where it was thought to be. */
  get hasGoal(): boolean {
    return this.#goal !== undefined;
  }

  isInSight(index: number): boolean {
    const start = this.heights.startOf(index);
    return start + this.heights.heightOf(index) > this.offset && start < this.offset + this.height;
  }

  /** Has a row be shown: no further than is needed where it is near, else with what is around it. */
  aim(index: number): void {
    if (index < 0 || index >= this.heights.count) return;
    const start = this.heights.startOf(index);
    const end = start + this.heights.heightOf(index);
    const isNear = end > this.offset - nearby && start < this.offset + this.height + nearby;
    this.#goal = { index, around: !isNear };
    this.offset = this.#goalOffset(this.#goal);
  }

  /** What is to be shown is shown. */
  forgetGoal(): void {
    this.#goal = undefined;
  }

  /** `measure` learns how high rows are: what is to be shown, else what is in sight, stays where it is on the screen. Answers what `measure` does. */
  keepPlace(measure: () => boolean): boolean {
    const first = this.heights.at(this.offset);
    const within = this.offset - this.heights.startOf(first);
    const changed = measure();
    this.offset = this.#goal ? this.#goalOffset(this.#goal) : this.heights.startOf(first) + within;
    return changed;
  }

  /** The rows that are in sight, and some beyond: they are going to be drawn. */
  rowsToDraw(): readonly PlacedRow[] {
    this.#drawn = this.#inSight();
    const [first, last] = this.#drawn;
    const from = Math.max(0, first - beyond);
    const to = Math.min(this.heights.count - 1, last + beyond);
    let start = this.heights.startOf(from);
    const rows: PlacedRow[] = [];
    for (let index = from; index <= to; index += 1) {
      rows.push({ index, start });
      start += this.heights.heightOf(index);
    }
    return rows;
  }

  #inSight(): RowSpan {
    if (this.heights.count === 0) return [0, -1];
    return [this.heights.at(this.offset), this.heights.at(this.offset + this.height - 1)];
  }

  #goalOffset({ index, around }: { readonly index: number; readonly around: boolean }): number {
    const start = this.heights.startOf(index);
    const height = this.heights.heightOf(index);
    const [top, bottom] = [start - this.covered, start + height - this.height];
    const wanted = around ? (top + this.covered + bottom) / 2 : Math.min(top, Math.max(bottom, this.offset));
    return Math.max(0, Math.min(wanted, this.heights.total - this.height));
  }
}
