import type { DateRange } from '../../domain/time/dates.ts';
import type { Total } from '../client/answerShapes.ts';

/** What is left of a window that is being read. */
interface Left {
  /** What came and was not handed on. */
  came: number;
  /** What the newest answer leaves to come. */
  toCome: Total;
}

/**
 * How many rows a search has, as far as the newest answers count them: sessions come and go while one reads, so that what is left is not what
 * was counted at first without what was given.
 */
export class RowCount {
  readonly #windows: readonly DateRange[];
  readonly #skipped: number;
  readonly #first = new Map<DateRange, Total>();
  readonly #left = new Map<DateRange, Left>();
  #shared = 0;
  #sharedDropped = 0;
  #given = 0;
  /** Rows that wait for their turn among those of other windows. */
  #waiting = 0;

  /** `skipped` rows of the only window are not read. */
  constructor(windows: readonly DateRange[], skipped: number) {
    this.#windows = windows;
    this.#skipped = skipped;
  }

  /** A window was counted before it was read, or after all of them were. */
  counted(window: DateRange, total: Total): void {
    this.#first.set(window, total);
  }

  /** Neighbouring windows share an instant, and with it so many rows. */
  shares(count: number): void {
    this.#shared += count;
  }

  countOf(window: DateRange | undefined): number {
    return (window && this.#first.get(window)?.count) ?? 0;
  }

  get countedWindows(): number {
    return this.#first.size;
  }

  /** A page came. */
  came(window: DateRange, rows: number, toCome: Total): void {
    this.#left.set(window, { came: rows, toCome });
  }

  handedOn(window: DateRange): void {
    const left = this.#left.get(window);
    if (left) left.came = Math.max(0, left.came - 1);
    this.#waiting++;
  }

  ended(window: DateRange): void {
    this.#left.set(window, { came: 0, toCome: { count: 0, atLeast: false } });
  }

  give(): void {
    this.#waiting--;
    this.#given++;
  }

  /** A row came once more: with the window beside its own, or because it moved. */
  drop(isShared: boolean): void {
    this.#waiting--;
    if (isShared) this.#sharedDropped++;
  }

  get given(): number {
    return this.#given;
  }

  /** What all windows were counted to have. */
  get ofWindows(): Total {
    const { count, atLeast } = sumOf(this.#windows.map((window) => this.#first.get(window)));
    return { count: count - this.#shared, atLeast };
  }

  get total(): Total {
    const all = this.#windows.map((window) => {
      const left = this.#left.get(window);
      if (!left) return this.#first.get(window);
      return { count: left.came + left.toCome.count, atLeast: left.toCome.atLeast };
    });
    const { count, atLeast } = sumOf(all);
    const skipped = this.#left.size > 0 ? Math.min(this.#skipped, this.countOf(this.#windows[0])) : 0;
    const shared = Math.max(0, this.#shared - this.#sharedDropped);
    return { count: skipped + this.#given + this.#waiting + count - shared, atLeast };
  }
}

/** Not exact while one was not counted. */
function sumOf(totals: readonly (Total | undefined)[]): Total {
  return {
    count: totals.reduce((sum, total) => sum + (total?.count ?? 0), 0),
    atLeast: totals.some((total) => total?.atLeast ?? true),
  };
}
