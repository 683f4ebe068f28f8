import type { SessionDocument } from '../domain/session.ts';
import type { SearchAnswer, Total } from './answerShapes.ts';
import { reachable } from './answerShapes.ts';

export interface WindowPagesOptions {
  /** Asks for a page; pages are counted from 0 in `size`. */
  readonly ask: (page: number, size: number) => Promise<SearchAnswer>;
  readonly size: number;
  readonly firstPage: number;
  /** The first page, where it was asked for already. */
  readonly first?: Promise<SearchAnswer> | undefined;
}

/** The pages of one window, one after the other, as far as the service pages. */
export class WindowPages {
  readonly #ask: WindowPagesOptions['ask'];
  readonly #asked: Promise<SearchAnswer>[];
  #size: number;
  #page: number;
  #received: number;
  #newest: SearchAnswer | undefined;

  constructor({ ask, size, firstPage, first }: WindowPagesOptions) {
    this.#ask = ask;
    this.#asked = first ? [first] : [];
    this.#size = size;
    this.#page = firstPage;
    this.#received = firstPage * size;
  }

  /** Whether the service pages as far as the next one. */
  get inReach(): boolean {
    return this.#isInReach(this.#page);
  }

  /** Whether the page that came last leaves anything to come. */
  get hasMore(): boolean {
    return this.#newest !== undefined && this.#newest.hits.length > 0 && this.#reachesBeyond(this.#received);
  }

  async next(): Promise<{ readonly hits: readonly SessionDocument[]; readonly total: Total }> {
    const answer = await (this.#asked.shift() ?? this.#ask(this.#page, this.#size));
    const { hits, pageSize } = answer;
    // A service that gives smaller pages than it was asked for counts its pages in them.
    if (this.#page === 0 && pageSize && pageSize < this.#size) this.#size = pageSize;
    this.#page++;
    this.#received += hits.length;
    this.#newest = answer;
    return answer;
  }

  /** Asks for so many of the next pages before they are read, as far as there are any. */
  askAhead(count: number): void {
    if (!this.hasMore) return;
    while (this.#asked.length < count) {
      const page = this.#page + this.#asked.length;
      if (!this.#isInReach(page) || !this.#reachesBeyond(page * this.#size)) return;
      const asked = this.#ask(page, this.#size);
      // Its failure is told to who reads it; perhaps nobody does any more.
      asked.catch(() => {});
      this.#asked.push(asked);
    }
  }

  #isInReach(page: number): boolean {
    return (page + 1) * this.#size <= reachable;
  }

  #reachesBeyond(count: number): boolean {
    const total = this.#newest?.total;
    return total !== undefined && (total.atLeast || count < total.count);
  }
}
