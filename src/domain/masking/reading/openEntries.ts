import type { Frame } from './jsonFrame.ts';

/** The values of entries of names and values that are open: an entry's name may come after what it names. */
export class OpenEntries {
  readonly #cover: (called: string, start: number, end: number) => void;
  /** Values of entries that are open. */
  #open = 0;
  /** Where each value in them that is no object and no list begins and ends. */
  readonly #values: number[] = [];
  /** Values that are covered, from one to the one after the last. */
  readonly #covered = new Map<number, number>();

  constructor(cover: (called: string, start: number, end: number) => void) {
    this.#cover = cover;
  }

  /** A value begins. */
  begin(frame: Frame): void {
    if (frame.list || !frame.key?.isValue) return;
    frame.values ??= [];
    frame.values.push(this.#values.length);
    this.#open += 1;
  }

  /** One that is no object and no list. */
  add(start: number, end: number): void {
    if (this.#open > 0) this.#values.push(start, end);
  }

  /** A value ends. */
  end(frame: Frame): void {
    if (frame.values && frame.values.length % 2 === 1) {
      frame.values.push(this.#values.length);
      this.#open -= 1;
    }
    frame.count += 1;
  }

  /** Covers the values of an entry whose name came after them. What lies within was covered before what is around it. */
  close({ list, called, values }: Frame): void {
    if (list || called === undefined || !values) return;
    for (let range = 0; range < values.length; range += 2) {
      const first = values[range] ?? 0;
      const last = values[range + 1] ?? this.#values.length;
      let at = first;
      while (at < last) {
        const next = this.#covered.get(at);
        if (next === undefined) this.#cover(called, this.#values[at] ?? 0, this.#values[at + 1] ?? 0);
        at = next ?? at + 2;
      }
      if (last > first) this.#covered.set(first, last);
    }
  }
}
