import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import type { SearchAnswer, Total } from '../client/answerShapes.ts';
import { reachable } from '../client/answerShapes.ts';
import { mergeInOrder } from './mergeInOrder.ts';
import type { Resumption } from './resumption.ts';
import { startedLast } from './rowSeconds.ts';
import { halvesOf, restOfWindow } from './smallerWindows.ts';
import { sortOrder } from './sortOrder.ts';
import { WindowPages } from './windowPages.ts';
import type { WindowQuestions } from './windowQuestions.ts';

/** A window, or a part of one, that is to be read. */
export interface WindowPart {
  readonly window: DateRange;
  readonly firstPage?: number;
  /** The first page, where it was asked for already. */
  first?: Promise<SearchAnswer> | undefined;
  /** How many of its first rows have come before. */
  readonly known?: number;
}

/** Hears of a page: how many rows it has, and how many it leaves to come. */
export type Came = (rows: number, toCome: Total) => void;

const startField = 'session_start_time';

export function isTimeFirst({ sortBy: [first] }: SearchRequest): boolean {
  return first?.field === startField;
}

/** Whether windows are read from the newest on: the order of time says so, and any other says nothing. */
export function isNewestFirst({ sortBy: [first] }: SearchRequest): boolean {
  return first?.field !== startField || first.direction === 'desc';
}

/** Reads the rows of windows, page after page, as the service orders them; what pages do not reach in smaller windows. */
export class WindowRows {
  readonly #questions: WindowQuestions;
  readonly #resumption: Resumption | undefined;
  #incomplete = false;
  #pagedByNumber = false;

  constructor(questions: WindowQuestions, resumption: Resumption | undefined) {
    this.#questions = questions;
    this.#resumption = resumption;
  }

  /** More sessions start in one second than pages reach. */
  get incomplete(): boolean {
    return this.#incomplete;
  }

  /** Whether a page was asked for by its number, behind another: rows may have moved between the two. */
  get pagedByNumber(): boolean {
    return this.#pagedByNumber;
  }

  async *read(whole: WindowPart, came: Came = () => {}): AsyncGenerator<SessionDocument> {
    const { request } = this.#questions;
    // In the order of time there may be several, one after the other: the last is the next.
    const parts = [whole];
    for (let part = parts.pop(); part; part = parts.pop()) {
      const { window } = part;
      const pages = this.#pagesOf(part);
      let last: SessionDocument | undefined;
      let known = 0;
      let ended = false;
      while (!ended && pages.inReach) {
        this.#pagedByNumber ||= last !== undefined;
        const { hits } = await pages.next();
        ended = !pages.hasMore;
        came(hits.length, pages.left);
        yield* hits;
        last = hits.at(-1) ?? last;
        known = startedLast(hits, isNewestFirst(request));
        // Whatever comes and goes between two pages moves nothing where the next one is the first of what is left.
        if (known > 0 && this.#restOf(window, last)) break;
      }
      if (ended) continue;
      if (isTimeFirst(request)) parts.push(...this.#partsBeyond(window, last, known));
      else yield* this.#readHalves(window);
    }
  }

  #pagesOf({ window, firstPage = 0, first, known = 0 }: WindowPart): WindowPages {
    const { pageSize } = this.#questions.request;
    const ask = (page: number, size: number): Promise<SearchAnswer> => {
      const once = (): Promise<SearchAnswer> => this.#questions.page(window, page, size);
      return this.#resumption?.lasting(once) ?? once();
    };
    const size = Math.min(pageSize + known, Math.max(pageSize, reachable));
    return new WindowPages({ ask, size, firstPage, first });
  }

  /** What a window has from a row on. Nothing where that is all of it, or where the order is not that of time. */
  #restOf(window: DateRange, row: SessionDocument | undefined): DateRange | undefined {
    const { request } = this.#questions;
    if (!isTimeFirst(request)) return undefined;
    const order = isNewestFirst(request) ? 'newestFirst' : 'oldestFirst';
    return restOfWindow(window, parseServiceTime(row?.session_start_time), order);
  }

  /** What pages do not reach, in the order of time: the window from where they ended, or its halves. Rows that come again are dropped outside. */
  #partsBeyond(window: DateRange, last: SessionDocument | undefined, known: number): readonly WindowPart[] {
    const rest = this.#restOf(window, last);
    if (rest) return [{ window: rest, known }];
    const halves = halvesOf(window) ?? [];
    this.#incomplete ||= halves.length === 0;
    const parts = halves.map((half) => ({ window: half }));
    return isNewestFirst(this.#questions.request) ? parts : parts.reverse();
  }

  /** What pages do not reach in any other order. */
  #readHalves(window: DateRange): AsyncGenerator<SessionDocument> {
    const halves = (halvesOf(window) ?? []).map((half) => this.read({ window: half }));
    this.#incomplete ||= halves.length === 0;
    // Of equal rows those that started later come first.
    return mergeInOrder(halves.reverse(), sortOrder(this.#questions.request.sortBy));
  }
}
