import { readFilterContradiction } from '../../domain/analysis/filterContradiction.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { splitIntoWindows, startsOutside } from '../../domain/time/dates.ts';
import { instantOf } from '../../domain/time/plainTime.ts';
import type { SearchAnswer, Total } from '../client/answerShapes.ts';
import { reachable } from '../client/answerShapes.ts';
import type { Parameters } from '../client/serviceRequests.ts';
import { Interruptible } from './interruptible.ts';
import { mergeInOrder } from './mergeInOrder.ts';
import { Resumption } from './resumption.ts';
import { RowCount } from './rowCount.ts';
import { startsBetween } from './rowSeconds.ts';
import type { SearchOptions } from './searchOptions.ts';
import type { SessionStream } from './sessionStream.ts';
import { sortOrder } from './sortOrder.ts';
import { WindowQuestions } from './windowQuestions.ts';
import { isNewestFirst, isTimeFirst, WindowRows } from './windowRows.ts';

/** On a page that holds ids alone. */
const rowsOfCount = 1000;

interface WindowedOptions extends SearchOptions {
  /** It is read to be counted, and not counted again. */
  readonly isCount?: boolean;
}

/** The sessions of a service that takes ranges of 59 days: its windows as one stream. */
export class WindowedStream implements SessionStream {
  readonly #options: WindowedOptions;
  readonly #request: SearchRequest;
  readonly #windows: readonly DateRange[];
  readonly #requests: Interruptible;
  readonly #questions: WindowQuestions;
  readonly #windowRows: WindowRows;
  readonly #resumption: Resumption | undefined;
  readonly #count: RowCount;
  readonly #rows: AsyncIterator<SessionDocument>;
  #exactly: number | undefined;
  #missing = 0;
  #moved = 0;
  #unchecked = false;
  #outside = 0;
  #filterUnheeded = false;

  readonly counted: Promise<void>;

  constructor(options: WindowedOptions) {
    this.#options = options;
    this.#requests = new Interruptible(options.signal);
    this.#questions = new WindowQuestions(options, this.#requests);
    this.#request = this.#questions.request;
    this.#resumption = options.resumable ? new Resumption() : undefined;
    this.#windowRows = new WindowRows(this.#questions, this.#resumption);
    const windows = splitIntoWindows(this.#request.range);
    this.#windows = isNewestFirst(this.#request) ? windows : [...windows].reverse();
    this.#count = new RowCount(this.#windows, this.#firstPage * this.#request.pageSize);
    const firstPages = this.#windows.map((window) => this.#questions.page(window, this.#firstPage));
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
    this.#requests.interrupt();
  }

  get total(): Total {
    return this.#exactly === undefined ? this.#count.total : { count: this.#exactly, atLeast: this.incomplete };
  }

  get windows(): { readonly answered: number; readonly all: number } {
    return { answered: this.#count.countedWindows, all: this.#windows.length };
  }

  get requests(): number {
    return this.#questions.sent.count;
  }

  get sent(): readonly Parameters[] {
    return this.#questions.sent.kept;
  }

  get tiebreakerRefused(): boolean {
    return this.#questions.tiebreakerRefused;
  }

  get missing(): number {
    return this.#missing;
  }

  get moved(): number {
    return this.#moved;
  }

  get unchecked(): boolean {
    return this.#unchecked;
  }

  get outside(): number {
    return this.#outside;
  }

  get filterUnheeded(): boolean {
    return this.#filterUnheeded;
  }

  get incomplete(): boolean {
    return this.#windowRows.incomplete;
  }

  /** One window's pages are the query's own pages. Rows of several have to be counted off from the first. */
  get #firstPage(): number {
    const { pageNumber, pageSize } = this.#request;
    return this.#windows.length === 1 && (pageNumber + 1) * pageSize <= reachable ? pageNumber : 0;
  }

  async *#onlyOnce(firstPages: readonly Promise<SearchAnswer>[]): AsyncGenerator<SessionDocument> {
    const { pageNumber, pageSize } = this.#request;
    let toSkip = (pageNumber - this.#firstPage) * pageSize;
    const met = new Set<string>();
    const contradiction = readFilterContradiction(this.#request.filterBy, new Date());
    try {
      for await (const session of this.#inOrder(firstPages)) {
        const time = instantOf(session.session_start_time);
        const key = onceOf(session, time);
        if (key !== undefined && (met.has(key) || !met.add(key))) {
          this.#count.drop(startsBetween(session, this.#windows));
          continue;
        }
        this.#count.give();
        if (startsOutside(time, this.#request.range)) this.#outside++;
        if (!this.#filterUnheeded && contradiction?.holdsFor(session)) this.#filterUnheeded = true;
        if (toSkip > 0) toSkip--;
        else yield session;
      }
      if (this.#firstPage !== 0) return;
      const { given } = this.#count;
      const count = (): Promise<number> => this.#countMissing(given);
      // Whoever goes on after it failed is told what is missing, and no end.
      this.#missing = await (this.#resumption?.lasting(count) ?? count());
      this.#moved = await this.#countMoved(met);
      this.#exactly = given + Math.max(this.#missing, this.#moved);
    } finally {
      this.#requests.stop();
    }
  }

  #inOrder(firstPages: readonly Promise<SearchAnswer>[]): AsyncGenerator<SessionDocument> {
    const streams = this.#windows.map((window, at) => this.#handOn(window, firstPages[at]));
    if (isTimeFirst(this.#request)) return oneAfterTheOther(streams);
    return mergeInOrder(streams, sortOrder(this.#request.sortBy));
  }

  /** The rows of a whole window. */
  async *#handOn(window: DateRange, first: Promise<SearchAnswer> | undefined): AsyncGenerator<SessionDocument> {
    const came = (rows: number, toCome: Total): void => this.#count.came(window, rows, toCome);
    for await (const session of this.#windowRows.read({ window, firstPage: this.#firstPage, first }, came)) {
      this.#count.handedOn(window);
      yield session;
    }
    this.#count.ended(window);
  }

  async #countWindows(firstPages: readonly Promise<SearchAnswer>[]): Promise<void> {
    await Promise.all(
      this.#windows.map(async (window, at) => {
        const { total } = await (firstPages[at] ?? this.#questions.page(window, 0));
        this.#count.counted(window, total);
        this.#options.onProgress?.();
      }),
    );
    // Neighbouring windows share an instant: what started then was counted twice.
    const shared = this.#windows.slice(1).map(async (window, at) => {
      const neighbour = this.#windows[at];
      if (this.#count.countOf(window) === 0 || this.#count.countOf(neighbour) === 0) return;
      const instant = isNewestFirst(this.#request) ? window.to : window.from;
      const { total } = await this.#questions.page({ from: instant, to: instant }, 0, 1);
      this.#count.shares(total.count);
    });
    await Promise.all(shared);
    this.#options.onProgress?.();
  }

  /** How many more the service counts than it gave. It is asked anew: sessions may have gone since. */
  async #countMissing(given: number): Promise<number> {
    const { count, atLeast } = this.#count.ofWindows;
    if (atLeast || count <= given) return 0;
    for (const window of this.#windows) this.#count.counted(window, (await this.#questions.page(window, 0, 1)).total);
    const now = this.#count.ofWindows;
    return now.atLeast ? 0 : Math.max(0, now.count - given);
  }

  /**
   * How many the service has that did not come. Only where pages were read by number: as many that went behind the reader as came ahead of it
   * leave every count as it was, and a row moved to a page that was read.
   */
  async #countMoved(met: ReadonlySet<string>): Promise<number> {
    if (!this.#windowRows.pagedByNumber || this.incomplete || this.#options.isCount) return 0;
    const { pageSize } = this.#request;
    for (const size of new Set([Math.max(pageSize, rowsOfCount), pageSize])) {
      try {
        return await this.#countOthers(met, size);
      } catch {
        // Perhaps it was the size.
      }
    }
    // Rows that came stay: that nobody can tell whether one moved is no failure of theirs, and is said.
    this.#unchecked = true;
    return 0;
  }

  async #countOthers(met: ReadonlySet<string>, pageSize: number): Promise<number> {
    const { client } = this.#options;
    const sortBy = [{ field: 'session_start_time', direction: 'desc' as const }];
    const request = { ...this.#request, sortBy, pageSize, pageNumber: 0, projectFields: ['id', 'session_start_time'] };
    const all = new WindowedStream({ request, client, signal: this.#requests.signal, isCount: true });
    let others = 0;
    try {
      for await (const session of all) {
        const key = onceOf(session, instantOf(session.session_start_time));
        if (key !== undefined && !met.has(key)) others++;
      }
    } finally {
      this.#questions.sent.addAll(all.#questions.sent);
    }
    return others;
  }
}

/** What tells a session from all others that come: one id may stand for several, which start at other times. Nothing where it has no id. */
function onceOf({ id }: SessionDocument, time: number | undefined): string | undefined {
  return id ? `${time} ${id}` : undefined;
}

async function* oneAfterTheOther(streams: readonly AsyncGenerator<SessionDocument>[]): AsyncGenerator<SessionDocument> {
  for (const stream of streams) yield* stream;
}
