import type { SessionDocument } from '../../domain/session/session.ts';
import type { SearchAnswer, Total } from '../client/answerShapes.ts';
import { reachable } from '../client/answerShapes.ts';

/** So often in a row does a page come again, with nothing that explains it, before it is what the service answers to any number. */
const mostRepeated = 2;
/** So often where the service counts as many more as must have come ahead of it: a service that answers always the same may count on, too. */
const mostPushedBack = 20;

export interface WindowPagesOptions {
  /** Asks for a page; pages are counted from 0 in `size`. */
  readonly ask: (page: number, size: number) => Promise<SearchAnswer>;
  readonly size: number;
  readonly firstPage: number;
  /** The first page, where it was asked for already. */
  readonly first?: Promise<SearchAnswer> | undefined;
}

/**
 * The pages of one window, one after the other, as far as the service pages. When sessions are deleted behind the reader the rest moves
 * forward, past the next page: a total that shrinks shows it, and what moved is read again, with rows that came before. Only a total
 * that is exact shows it.
 */
export class WindowPages {
  readonly #ask: WindowPagesOptions['ask'];
  readonly #asked: Promise<SearchAnswer>[];
  readonly #firstPage: number;
  #size: number;
  #page: number;
  #received: number;
  #newest: SearchAnswer | undefined;
  #repeated = 0;
  /** By how many the service counts more than when the page that is repeated came first. */
  #grown = 0;

  constructor({ ask, size, firstPage, first }: WindowPagesOptions) {
    this.#ask = ask;
    this.#asked = first ? [first] : [];
    this.#size = size;
    this.#firstPage = firstPage;
    this.#page = firstPage;
    this.#received = firstPage * size;
  }

  /** Whether the service pages as far as the next one. */
  get inReach(): boolean {
    return this.#isInReach(this.#page);
  }

  /** Whether the page that came last leaves anything to come. */
  get hasMore(): boolean {
    if (!this.#newest || this.#newest.hits.length === 0 || this.#isStuck(this.#newest.hits.length)) return false;
    return this.#reachesBeyond(this.#received);
  }

  /** How many the page that came last leaves to come. */
  get left(): Total {
    const { count, atLeast } = this.#newest?.total ?? { count: 0, atLeast: true };
    if (!this.hasMore) return { count: 0, atLeast: false };
    return { count: Math.max(0, count - this.#received), atLeast: atLeast || count < this.#received };
  }

  async next(): Promise<{ readonly hits: readonly SessionDocument[]; readonly total: Total }> {
    const answer = await (this.#asked.shift() ?? this.#ask(this.#page, this.#size));
    const { hits, total, pageSize } = answer;
    // A service that gives smaller pages than it was asked for counts its pages in them.
    if (this.#page === 0 && pageSize && pageSize < this.#size) this.#size = pageSize;
    const moved = this.#newest ? shrunkBy(this.#newest.total, total) : 0;
    const missed = moved > 0 ? await this.#readBack(moved, total) : [];
    this.#page++;
    this.#received += hits.length;
    const isRepeated = isSamePage(this.#newest, answer);
    this.#repeated = isRepeated ? this.#repeated + 1 : 0;
    this.#grown = isRepeated && this.#newest ? this.#grown + shrunkBy(total, this.#newest.total) : 0;
    this.#newest = answer;
    return { hits: [...missed, ...hits], total };
  }

  /** The pages before this one, as far back as rows may have come from that moved to them. */
  async #readBack(moved: number, total: Total): Promise<readonly SessionDocument[]> {
    const [start, pages] = [this.#page * this.#size, [] as (readonly SessionDocument[])[]];
    let newest = total;
    for (let page = this.#page - 1; page >= this.#firstPage; page--) {
      const answer = await this.#ask(page, this.#size);
      pages.unshift(answer.hits);
      // More may have gone meanwhile.
      moved += shrunkBy(newest, answer.total);
      newest = answer.total;
      if (page * this.#size <= start - moved) break;
    }
    return pages.flat();
  }

  /** Whether the service answers the same page to any number. */
  #isStuck(rows: number): boolean {
    const isPushedBack = this.#repeated * rows <= this.#grown && this.#repeated < mostPushedBack;
    return this.#repeated >= mostRepeated && !isPushedBack;
  }

  #isInReach(page: number): boolean {
    return (page + 1) * this.#size <= reachable;
  }

  /** More than the service counts may have come: then its count is one of the page, or of nothing, as that of a first page that is full may be. */
  #reachesBeyond(received: number): boolean {
    const total = this.#newest?.total;
    if (!total) return false;
    const isOfPage = this.#page === 1 && received >= this.#size;
    return total.atLeast || received !== total.count || isOfPage;
  }
}

function isSamePage(before: SearchAnswer | undefined, { hits }: SearchAnswer): boolean {
  return (
    before?.hits.length === hits.length && hits.every(({ id }, at) => id !== undefined && id === before.hits[at]?.id)
  );
}

/** By how many fewer the service counts; none where it does not count them all. */
function shrunkBy(before: Total, now: Total): number {
  return before.atLeast || now.atLeast ? 0 : Math.max(0, before.count - now.count);
}
