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
import { RowCount } from './rowCount.ts';
import { startedLast, startsBetween } from './rowSeconds.ts';
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
  /** How many of its first rows have come before. */
  readonly known?: number;
}

/** Searches any range: one stream of sessions in the query's order, however many requests it takes. */
export function searchSessions(options: SearchOptions): SessionStream {
  const { ranges } = options.client;
  return ranges ? new RangeStream({ ...options, ranges }) : new WindowedStream(options);
}

const defaultConcurrency = 8;
const startField = 'session_start_time';
const mostSentKept = 100;
/** On a page that holds ids alone. */
const rowsOfCount = 1000;

/** Hears of a page: how many rows it has, and how many it leaves to come. */
type Came = (rows: number, toCome: Total) => void;

interface WindowedOptions extends SearchOptions {
  /** It is read to be counted, and not counted again. */
  readonly isCount?: boolean;
}

class WindowedStream implements SessionStream {
  readonly #options: WindowedOptions;
  readonly #request: SearchRequest;
  readonly #windows: readonly DateRange[];
  readonly #limiter: Limiter;
  readonly #resumption: Resumption | undefined;
  readonly #count: RowCount;
  readonly #sent: Parameters[] = [];
  readonly #rows: AsyncIterator<SessionDocument>;
  #stopping = new AbortController();
  #signal: AbortSignal;
  #requests = 0;
  #exactly: number | undefined;
  #incomplete = false;
  #tiebreakerRefused = false;
  #missing = 0;
  #pagedByNumber = false;
  #moved = 0;

  readonly counted: Promise<void>;

  constructor(options: WindowedOptions) {
    this.#options = options;
    this.#request = completed(options);
    this.#limiter = new Limiter(options.concurrency ?? defaultConcurrency);
    this.#signal = this.#stoppable();
    this.#resumption = options.resumable ? new Resumption() : undefined;
    const windows = splitIntoWindows(this.#request.range);
    this.#windows = this.#newestFirst ? windows : [...windows].reverse();
    this.#count = new RowCount(this.#windows, this.#firstPage * this.#request.pageSize);
    const firstPages = this.#windows.map((window) => this.#page(window, this.#firstPage));
    for (const page of firstPages) page.catch(() => {});
    this.counted = this.#countWindows(firstPages);
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
    return this.#exactly === undefined ? this.#count.total : { count: this.#exactly, atLeast: this.#incomplete };
  }

  get windows(): { readonly answered: number; readonly all: number } {
    return { answered: this.#count.countedWindows, all: this.#windows.length };
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

  get moved(): number {
    return this.#moved;
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
    try {
      for await (const session of this.#inOrder(firstPages)) {
        const { id } = session;
        if (typeof id === 'string' && (met.has(id) || !met.add(id))) {
          this.#count.drop(startsBetween(session, this.#windows));
          continue;
        }
        this.#count.give();
        if (toSkip > 0) toSkip--;
        else yield session;
      }
      if (this.#firstPage !== 0) return;
      const { given } = this.#count;
      this.#missing = await this.#countMissing(given);
      this.#moved = await this.#countMoved(met);
      this.#exactly = given + Math.max(this.#missing, this.#moved);
    } finally {
      this.#stopping.abort();
    }
  }

  #inOrder(firstPages: readonly Promise<SearchAnswer>[]): AsyncGenerator<SessionDocument> {
    const streams = this.#windows.map((window, at) => this.#handOn(window, firstPages[at]));
    return this.#timeFirst ? oneAfterTheOther(streams) : mergeInOrder(streams, sortOrder(this.#request.sortBy));
  }

  /** The rows of a whole window. */
  async *#handOn(window: DateRange, first: Promise<SearchAnswer> | undefined): AsyncGenerator<SessionDocument> {
    const came = (rows: number, toCome: Total): void => this.#count.came(window, rows, toCome);
    for await (const session of this.#readWindow({ window, firstPage: this.#firstPage, first }, came)) {
      this.#count.handedOn(window);
      yield session;
    }
    this.#count.ended(window);
  }

  /** The rows of a window, page after page, as the service orders them. */
  async *#readWindow(whole: WindowPart, came: Came = () => {}): AsyncGenerator<SessionDocument> {
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
        known = startedLast(hits, this.#newestFirst);
        // Whatever comes and goes between two pages moves nothing where the next one is the first of what is left.
        if (known > 0 && this.#restOf(window, last)) break;
      }
      if (ended) continue;
      if (this.#timeFirst) parts.push(...this.#partsBeyond(window, last, known));
      else yield* this.#readHalves(window);
    }
  }

  #pagesOf({ window, firstPage = 0, first, known = 0 }: WindowPart): WindowPages {
    const ask = (page: number, size: number): Promise<SearchAnswer> => {
      const once = (): Promise<SearchAnswer> => this.#page(window, page, size);
      return this.#resumption?.lasting(once) ?? once();
    };
    const size = Math.min(this.#request.pageSize + known, Math.max(this.#request.pageSize, reachable));
    return new WindowPages({ ask, size, firstPage, first });
  }

  /** What a window has from a row on. Nothing where that is all of it, or where the order is not that of time. */
  #restOf(window: DateRange, row: SessionDocument | undefined): DateRange | undefined {
    if (!this.#timeFirst) return undefined;
    const order = this.#newestFirst ? 'newestFirst' : 'oldestFirst';
    return restOfWindow(window, parseServiceTime(row?.session_start_time), order);
  }

  /** What pages do not reach, in the order of time: the window from where they ended, or its halves. Rows that come again are dropped outside. */
  #partsBeyond(window: DateRange, last: SessionDocument | undefined, known: number): readonly WindowPart[] {
    const rest = this.#restOf(window, last);
    if (rest) return [{ window: rest, known }];
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

  async #countWindows(firstPages: readonly Promise<SearchAnswer>[]): Promise<void> {
    await Promise.all(
      this.#windows.map(async (window, at) => {
        const { total } = await (firstPages[at] ?? this.#page(window, 0));
        this.#count.counted(window, total);
        this.#options.onProgress?.();
      }),
    );
    // Neighbouring windows share an instant: what started then was counted twice.
    const shared = this.#windows.slice(1).map(async (window, at) => {
      const neighbour = this.#windows[at];
      if (this.#count.countOf(window) === 0 || this.#count.countOf(neighbour) === 0) return;
      const instant = this.#newestFirst ? window.to : window.from;
      const { total } = await this.#page({ from: instant, to: instant }, 0, 1);
      this.#count.shares(total.count);
    });
    await Promise.all(shared);
    this.#options.onProgress?.();
  }

  /** How many more the service counts than it gave. It is asked anew: sessions may have gone since. */
  async #countMissing(given: number): Promise<number> {
    const { count, atLeast } = this.#count.ofWindows;
    if (atLeast || count <= given) return 0;
    for (const window of this.#windows) this.#count.counted(window, (await this.#page(window, 0, 1)).total);
    const now = this.#count.ofWindows;
    return now.atLeast ? 0 : Math.max(0, now.count - given);
  }

  /**
   * How many the service has that did not come. Only where pages were read by number: as many that went behind the reader as came ahead of it
   * leave every count as it was, and a row moved to a page that was read.
   */
  async #countMoved(met: ReadonlySet<string>): Promise<number> {
    if (!this.#pagedByNumber || this.#incomplete || this.#options.isCount) return 0;
    const { pageSize } = this.#request;
    for (const size of new Set([Math.max(pageSize, rowsOfCount), pageSize])) {
      try {
        return await this.#countOthers(met, size);
      } catch {
        // Perhaps it was the size. All rows are there: that nobody can tell whether one moved is no failure of theirs.
      }
    }
    return 0;
  }

  async #countOthers(met: ReadonlySet<string>, pageSize: number): Promise<number> {
    const { client } = this.#options;
    const sortBy = [{ field: startField, direction: 'desc' as const }];
    const request = { ...this.#request, sortBy, pageSize, pageNumber: 0, projectFields: ['id'] };
    const all = new WindowedStream({ request, client, signal: this.#signal, isCount: true });
    let others = 0;
    try {
      for await (const { id } of all) if (typeof id === 'string' && !met.has(id)) others++;
    } finally {
      this.#requests += all.requests;
      this.#keepSent(all.sent);
    }
    return others;
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
    this.#keepSent([parameters]);
    return this.#options.client.search(parameters, signal);
  }

  #keepSent(sent: readonly Parameters[]): void {
    this.#sent.push(...sent);
    if (this.#sent.length > mostSentKept) this.#sent.splice(1, this.#sent.length - mostSentKept);
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
