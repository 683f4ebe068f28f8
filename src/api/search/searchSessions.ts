import type { SearchRequest } from '../../domain/query/request.ts';
import { listFields, searchParameters } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { splitIntoWindows } from '../../domain/time/dates.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import type { SearchAnswer, Total } from '../client/answerShapes.ts';
import { reachable } from '../client/answerShapes.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import { Cancelled } from '../client/insightsErrors.ts';
import { mayRefuseTiebreaker } from '../client/mayRefuseTiebreaker.ts';
import type { MayTakeRanges } from '../client/rangeService.ts';
import type { Parameters } from '../client/serviceRequests.ts';
import { Limiter } from './limiter.ts';
import { mergeInOrder } from './mergeInOrder.ts';
import { RangeStream } from './rangeStream.ts';
import { Resumption } from './resumption.ts';
import type { SessionStream } from './sessionStream.ts';
import { halvesOf, restOfWindow } from './smallerWindows.ts';
import { sortOrder } from './sortOrder.ts';
import { WindowPages } from './windowPages.ts';

export interface SearchOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'search'> & MayTakeRanges;
  readonly signal?: AbortSignal;
  /** A later page that fails, or is interrupted, ends nothing: whoever asks for the next row asks for it again. */
  readonly resumable?: boolean;
  readonly concurrency?: number;
  readonly onProgress?: () => void;
}

/** A window, or a part of one, that is to be read. */
interface WindowPart {
  readonly window: DateRange;
  readonly firstPage?: number;
  /** The first page, where it was asked for already. */
  first?: Promise<SearchAnswer> | undefined;
}

/** Searches any range: one stream of sessions in the query's order, however many requests it takes. */
export function searchSessions(options: SearchOptions): SessionStream {
  const { ranges } = options.client;
  return ranges ? new RangeStream({ ...options, ranges }) : new WindowedStream(options);
}

const defaultConcurrency = 8;
const startField = 'session_start_time';
const mostSentKept = 100;

class WindowedStream implements SessionStream {
  readonly #options: SearchOptions;
  readonly #request: SearchRequest;
  readonly #windows: readonly DateRange[];
  readonly #limiter: Limiter;
  readonly #resumption: Resumption | undefined;
  readonly #totals = new Map<DateRange, Total>();
  readonly #sent: Parameters[] = [];
  readonly #rows: AsyncIterator<SessionDocument>;
  #stopping = new AbortController();
  #signal: AbortSignal;
  #requests = 0;
  #shared = 0;
  #exactly: number | undefined;
  #incomplete = false;
  #tiebreakerRefused = false;
  #missing = 0;

  readonly counted: Promise<void>;

  constructor(options: SearchOptions) {
    this.#options = options;
    this.#request = completed(options);
    this.#limiter = new Limiter(options.concurrency ?? defaultConcurrency);
    this.#signal = this.#stoppable();
    this.#resumption = options.resumable ? new Resumption() : undefined;
    const windows = splitIntoWindows(this.#request.range);
    this.#windows = this.#newestFirst ? windows : [...windows].reverse();
    const firstPages = this.#windows.map((window) => this.#page(window, this.#firstPage));
    for (const page of firstPages) page.catch(() => {});
    this.counted = this.#count(firstPages);
    this.counted.catch(() => {});
    const rows = this.#onlyOnce(firstPages);
    this.#rows = this.#resumption?.rows(rows) ?? rows;
  }

  [Symbol.asyncIterator](): AsyncIterator<SessionDocument> {
    return this.#rows;
  }

  interrupt(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#signal = this.#stoppable();
  }

  get total(): Total {
    if (this.#exactly !== undefined) return { count: this.#exactly, atLeast: this.#incomplete };
    const totals = [...this.#totals.values()];
    const count = totals.reduce((sum, total) => sum + total.count, 0) - this.#shared;
    return { count, atLeast: totals.length < this.#windows.length || totals.some(({ atLeast }) => atLeast) };
  }

  get windows(): { readonly answered: number; readonly all: number } {
    return { answered: this.#totals.size, all: this.#windows.length };
  }

  get requests(): number {
    return this.#requests;
  }

  get sent(): readonly Parameters[] {
    return this.#sent;
  }

  get tiebreakerRefused(): boolean {
    return this.#tiebreakerRefused;
  }

  get missing(): number {
    return this.#missing;
  }

  get incomplete(): boolean {
    return this.#incomplete;
  }

  get #timeFirst(): boolean {
    return this.#request.sortBy[0]?.field === startField;
  }

  get #newestFirst(): boolean {
    const [first] = this.#request.sortBy;
    return first?.field !== startField || first.direction === 'desc';
  }

  /** One window's pages are the query's own pages. Rows of several have to be counted off from the first. */
  get #firstPage(): number {
    const { pageNumber, pageSize } = this.#request;
    return this.#windows.length === 1 && (pageNumber + 1) * pageSize <= reachable ? pageNumber : 0;
  }

  #stoppable(): AbortSignal {
    const { signal } = this.#options;
    return signal ? AbortSignal.any([signal, this.#stopping.signal]) : this.#stopping.signal;
  }

  async *#onlyOnce(firstPages: readonly Promise<SearchAnswer>[]): AsyncGenerator<SessionDocument> {
    const { pageNumber, pageSize } = this.#request;
    let toSkip = (pageNumber - this.#firstPage) * pageSize;
    const met = new Set<string>();
    let count = 0;
    try {
      for await (const session of this.#inOrder(firstPages)) {
        const { id } = session;
        if (typeof id === 'string' && (met.has(id) || !met.add(id))) continue;
        count++;
        if (toSkip > 0) toSkip--;
        else yield session;
      }
      if (this.#firstPage !== 0) return;
      this.#missing = await this.#countMissing(count);
      this.#exactly = count + this.#missing;
    } finally {
      this.#stopping.abort();
    }
  }

  #inOrder(firstPages: readonly Promise<SearchAnswer>[]): AsyncGenerator<SessionDocument> {
    const streams = this.#windows.map((window, at) =>
      this.#readWindow({ window, firstPage: this.#firstPage, first: firstPages[at] }),
    );
    return this.#timeFirst ? oneAfterTheOther(streams) : mergeInOrder(streams, sortOrder(this.#request.sortBy));
  }

  /** The rows of a window, page after page, as the service orders them. */
  async *#readWindow(whole: WindowPart): AsyncGenerator<SessionDocument> {
    // In the order of time there may be several, one after the other: the last is the next.
    const parts = [whole];
    for (let part = parts.pop(); part; part = parts.pop()) {
      const { window } = part;
      const pages = this.#pagesOf(part);
      let last: SessionDocument | undefined;
      let ended = false;
      while (!ended && pages.inReach) {
        const { hits, total } = await pages.next();
        ended = !pages.hasMore;
        yield* hits;
        last = hits.at(-1) ?? last;
        // A total that is not exact does not show what moves between two pages: then the next one is the first of what is left.
        if (total.atLeast && this.#restOf(window, last)) break;
      }
      if (ended) continue;
      if (this.#timeFirst) parts.push(...this.#partsBeyond(window, last));
      else yield* this.#readHalves(window);
    }
  }

  #pagesOf({ window, firstPage = 0, first }: WindowPart): WindowPages {
    const ask = (page: number, size: number): Promise<SearchAnswer> => {
      const once = (): Promise<SearchAnswer> => this.#page(window, page, size);
      return this.#resumption?.lasting(once) ?? once();
    };
    return new WindowPages({ ask, size: this.#request.pageSize, firstPage, first });
  }

  /** What a window has from a row on. Nothing where that is all of it, or where the order is not that of time. */
  #restOf(window: DateRange, row: SessionDocument | undefined): DateRange | undefined {
    if (!this.#timeFirst) return undefined;
    const order = this.#newestFirst ? 'newestFirst' : 'oldestFirst';
    return restOfWindow(window, parseServiceTime(row?.session_start_time), order);
  }

  /** What pages do not reach, in the order of time: the window from where they ended, or its halves. Rows that come again are dropped outside. */
  #partsBeyond(window: DateRange, last: SessionDocument | undefined): readonly WindowPart[] {
    const rest = this.#restOf(window, last);
    if (rest) return [{ window: rest }];
    const halves = halvesOf(window) ?? [];
    this.#incomplete ||= halves.length === 0;
    const parts = halves.map((half) => ({ window: half }));
    return this.#newestFirst ? parts : parts.reverse();
  }

  /** What pages do not reach in any other order. */
  #readHalves(window: DateRange): AsyncGenerator<SessionDocument> {
    const halves = (halvesOf(window) ?? []).map((half) => this.#readWindow({ window: half }));
    this.#incomplete ||= halves.length === 0;
    // Of equal rows those that started later come first.
    return mergeInOrder(halves.reverse(), sortOrder(this.#request.sortBy));
  }

  async #count(firstPages: readonly Promise<SearchAnswer>[]): Promise<void> {
    await Promise.all(
      this.#windows.map(async (window, at) => {
        const { total } = await (firstPages[at] ?? this.#page(window, 0));
        this.#totals.set(window, total);
        this.#options.onProgress?.();
      }),
    );
    // Neighbouring windows share an instant: what started then was counted twice.
    const shared = this.#windows.slice(1).map(async (window, at) => {
      const neighbour = this.#windows[at];
      if (!neighbour || !this.#totals.get(window)?.count || !this.#totals.get(neighbour)?.count) return;
      const instant = this.#newestFirst ? window.to : window.from;
      const { total } = await this.#page({ from: instant, to: instant }, 0, 1);
      this.#shared += total.count;
    });
    await Promise.all(shared);
    this.#options.onProgress?.();
  }

  /** How many more the service counts than it gave. It is asked anew: sessions may have gone since. */
  async #countMissing(given: number): Promise<number> {
    if (this.total.atLeast || this.total.count <= given) return 0;
    for (const window of this.#windows) this.#totals.set(window, (await this.#page(window, 0, 1)).total);
    return this.total.atLeast ? 0 : Math.max(0, this.total.count - given);
  }

  #page(window: DateRange, page: number, size = this.#request.pageSize): Promise<SearchAnswer> {
    // Its own from the beginning: what waits in line when the others are interrupted is interrupted with them.
    const signal = this.#signal;
    return this.#limiter.run(async () => {
      if (signal.aborted) throw new Cancelled();
      const send = (sortBy: SearchRequest['sortBy']): Promise<SearchAnswer> =>
        this.#send(searchParameters({ ...this.#request, sortBy, pageSize: size }, window, page), signal);
      if (this.#tiebreakerRefused) return send(this.#options.request.sortBy);
      try {
        return await send(this.#request.sortBy);
      } catch (error) {
        if (this.#request.sortBy === this.#options.request.sortBy || !mayRefuseTiebreaker(error)) throw error;
        const answer = await send(this.#options.request.sortBy).catch(() => {
          // It was not the tiebreaker: what was said of the request as it is meant stands.
          throw error;
        });
        this.#tiebreakerRefused = true;
        return answer;
      }
    });
  }

  #send(parameters: Parameters, signal: AbortSignal): Promise<SearchAnswer> {
    this.#requests++;
    this.#sent.push(parameters);
    if (this.#sent.length > mostSentKept) this.#sent.splice(1, 1);
    return this.#options.client.search(parameters, signal);
  }
}

/** The request as it is sent: with a tiebreaker that gives every row one place, and with the fields that decide the order. */
function completed({ request }: SearchOptions): SearchRequest {
  const sortBy = request.sortBy.some(({ field }) => field === 'id')
    ? request.sortBy
    : [...request.sortBy, { field: 'id', direction: 'asc' as const }];
  const projectFields = request.projectFields?.length ? request.projectFields : listFields;
  return { ...request, sortBy, projectFields: [...new Set([...projectFields, ...sortBy.map(({ field }) => field)])] };
}

async function* oneAfterTheOther(streams: readonly AsyncGenerator<SessionDocument>[]): AsyncGenerator<SessionDocument> {
  for (const stream of streams) yield* stream;
}
