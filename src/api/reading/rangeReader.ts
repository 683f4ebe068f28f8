import type { SearchRequest } from '../../domain/query/request.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { Total } from '../client/answerShapes.ts';
import type { RangeCursor, RangePage, RangeService } from '../client/rangeService.ts';
import type { SessionRow } from '../client/searchPage.ts';
import { restOfWindow } from '../search/smallerWindows.ts';
import type { Pause, Waiting } from './patience.ts';
import { Patience } from './patience.ts';
import type { ReadingState } from './readingState.ts';
import type { Missing, ReadBatch } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';
import { readRow } from './readRow.ts';
import { SeenIds } from './seenIds.ts';
import type { SessionReading } from './sessionReading.ts';

export interface RangeReaderOptions {
  readonly request: SearchRequest;
  readonly ranges: RangeService;
  readonly whole: boolean;
  readonly names: readonly string[];
  readonly signal?: AbortSignal;
  readonly from?: ReadingState;
  readonly onWaiting?: (waiting: Waiting | undefined) => void;
  readonly pause?: Pause;
}

const start = 'session_start_time';
const rowsAtOnce = { whole: 500, projected: 5000 };

/**
 * Reads every session of a service that takes any range at once: all pages are of one moment, by start and id, so that none comes twice and
 * none is missed. The next page is on its way while one is looked at.
 */
export class RangeReader implements SessionReading {
  readonly #options: RangeReaderOptions;
  readonly #stopping = new AbortController();
  readonly #signal: AbortSignal;
  readonly #patience: Patience;
  readonly #order: 'newestFirst' | 'oldestFirst';
  readonly #seen = new SeenIds();
  #rest: DateRange | undefined;
  #total: Total | undefined;
  #expected = 0;
  #requests = 0;

  constructor(options: RangeReaderOptions) {
    this.#options = options;
    const { request, signal, from, onWaiting, pause } = options;
    const [key] = request.sortBy;
    this.#order = key?.field === 'session_start_time' && key.direction === 'asc' ? 'oldestFirst' : 'newestFirst';
    this.#signal = signal ? AbortSignal.any([signal, this.#stopping.signal]) : this.#stopping.signal;
    this.#patience = new Patience({ signal: this.#signal, onWaiting, pause });
    this.#rest = from ? from.parts[0]?.range : request.range;
  }

  remember({ rows }: { readonly rows: readonly Pick<ReadRow, 'key'>[] }): void {
    for (const { key } of rows) this.#seen.meets(key);
  }

  get total(): Total {
    return { count: this.#seen.count + this.#expected, atLeast: this.#total === undefined };
  }

  get requests(): number {
    return this.#requests;
  }

  get missing(): readonly Missing[] {
    return [];
  }

  // A cluster gives what its range and its filter say.
  readonly outside = 0;
  readonly filterUnheeded = false;

  get state(): ReadingState {
    return { parts: this.#rest ? [{ range: this.#rest }] : [], counted: [], missing: [] };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ReadBatch> {
    const range = this.#rest;
    if (!range) return;
    let cursor: RangeCursor | undefined;
    let coming: Promise<RangePage> | undefined = this.#page(range, undefined);
    let given = 0;
    try {
      while (coming) {
        const page: RangePage = await coming;
        cursor = page.next;
        coming = cursor && this.#page(range, cursor);
        coming?.catch(() => {});
        const all = page.rows.map(readRow);
        given += all.length;
        const rows = all.filter(({ key }) => !this.#seen.meets(key));
        this.#total = page.total;
        this.#expected = Math.max(0, page.total.count - given);
        this.#rest = cursor ? this.#restAfter(range, all.at(-1)) : undefined;
        yield { rows, isLate: false };
      }
    } finally {
      this.#stopping.abort();
      if (coming)
        cursor = await coming.then(
          ({ next }) => next,
          () => cursor,
        );
      if (cursor) await this.#options.ranges.endRange(cursor);
    }
  }

  /** From the second of the last one on: what of it came before is known. */
  #restAfter(range: DateRange, last: ReadRow | undefined): DateRange {
    const rest = last?.time === undefined ? undefined : restOfWindow(range, new Date(last.time), this.#order);
    return rest ?? this.#rest ?? range;
  }

  #page(
    range: DateRange,
    after: RangeCursor | undefined,
  ): Promise<{ readonly rows: readonly SessionRow[] } & RangePage> {
    const { request, ranges, whole, names } = this.#options;
    const question = {
      request: { ...request, range, sortBy: timeOrder(request) },
      size: whole ? rowsAtOnce.whole : rowsAtOnce.projected,
      whole,
      names: [...new Set(['id', 'session_start_time', ...names])],
      after,
      isSteady: true,
    };
    return this.#patience.ask(() => {
      this.#requests++;
      return ranges.readRange(question, this.#signal);
    });
  }
}

/** The request's own order where that is one of time, else the newest first; each session has one place in it. */
function timeOrder({ sortBy }: SearchRequest): SearchRequest['sortBy'] {
  const keys: SearchRequest['sortBy'] = sortBy[0]?.field === start ? sortBy : [{ field: start, direction: 'desc' }];
  return keys.some(({ field }) => field === 'id') ? keys : [...keys, { field: 'id', direction: 'asc' }];
}
