import { setMaxListeners } from 'node:events';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { splitIntoWindows, startsOutside } from '../../domain/time/dates.ts';
import type { Total } from '../client/answerShapes.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import type { MayTakeRanges } from '../client/rangeService.ts';
import { sortOrder } from '../search/sortOrder.ts';
import { FilterLook } from './filterLook.ts';
import { lookAgain } from './lookAgain.ts';
import { measures, mostAtOnce, Pace } from './pace.ts';
import { PartRequests } from './partRequests.ts';
import type { Pause, Waiting } from './patience.ts';
import { Patience } from './patience.ts';
import { RangeParts } from './rangeParts.ts';
import { RangeReader } from './rangeReader.ts';
import { readCrowd } from './readCrowd.ts';
import type { PartLeft, ReadingState } from './readingState.ts';
import type { Missing, ReadBatch } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';
import { rowOrder } from './rowOrder.ts';
import { SeenIds } from './seenIds.ts';
import type { SessionReading } from './sessionReading.ts';
import { SessionTally } from './sessionTally.ts';
import type { TimeOrder } from './takePage.ts';

export interface ReadOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'searchPage'> & MayTakeRanges;
  /** Whole documents; else the fields that the request projects, and those that it sorts by. */
  readonly whole: boolean;
  /** The members to read of each session, beside those that order them. */
  readonly names?: readonly string[];
  readonly signal?: AbortSignal;
  /** Where an earlier reading had come to. What it gave is told by `remember`. */
  readonly from?: ReadingState;
  /** Tells of a fault that is being waited out, and of its end. */
  readonly onWaiting?: (waiting: Waiting | undefined) => void;
  readonly pause?: Pause;
}

/** So many more requests, and one for each that reading took, look for what a service counts and did not give: one whose counts change by themselves has no end. */
const looked = 1000;

/** Reads every session of a range: of a service that takes any range at once by its pages, else part by part. */
export function readSessions(options: ReadOptions): SessionReading {
  const { ranges } = options.client;
  if (!ranges) return new SessionReader(options);
  const { request } = options;
  const names = [...new Set([...orderingNames(request), ...(options.names ?? [])])];
  return new RangeReader({ ...options, request: projecting(request), ranges, names });
}

/**
 * Reads every session of a range, of any length, as the bytes that came. It reads in the order of time, because there a part of the range can
 * be asked for that fits into one answer: what comes and goes meanwhile moves nothing. Several parts are on their way at once; they are given
 * in order. At the end all is held against what the service counted; where that differs it is looked for again, and what does not come is told
 * by `missing`. A fault that passes is waited out; another is thrown by the iteration, and `state` says where to go on.
 */
export class SessionReader implements SessionReading {
  readonly #order: TimeOrder;
  readonly #stopping = new AbortController();
  readonly #pace: Pace;
  readonly #partRequests: PartRequests;
  readonly #tally: SessionTally;
  readonly #parts: RangeParts;
  readonly #seen = new SeenIds();
  readonly #compare: (a: ReadRow, b: ReadRow) => number;
  readonly #range: DateRange;
  #last: ReadRow | undefined;
  #outside = 0;
  readonly #filter: FilterLook;

  constructor(options: ReadOptions) {
    const { request, signal, from } = options;
    this.#range = request.range;
    this.#filter = new FilterLook(request.filterBy);
    const byTime = isByTime(request);
    this.#order = byTime && request.sortBy[0]?.direction === 'asc' ? 'oldestFirst' : 'newestFirst';
    this.#compare = rowOrder(byTime ? sortOrder(withTiebreaker(request)) : undefined, this.#order);
    this.#pace = new Pace(options.whole ? measures.whole : measures.projected);
    const stopped = signal ? AbortSignal.any([signal, this.#stopping.signal]) : this.#stopping.signal;
    // Each request that is on its way listens to it.
    setMaxListeners(mostAtOnce + 10, stopped);
    const patience = new Patience({ signal: stopped, onWaiting: options.onWaiting, pause: options.pause });
    this.#partRequests = new PartRequests({
      request: projecting(request),
      client: options.client,
      whole: options.whole,
      names: [...new Set([...orderingNames(request), ...(options.names ?? [])])],
      signal: stopped,
      pace: this.#pace,
      patience,
    });
    this.#tally = new SessionTally(from);
    this.#parts = new RangeParts({
      parts: (from?.parts ?? [{ range: request.range }]).flatMap((part) => windowsOf(part, this.#order)),
      order: this.#order,
      pace: this.#pace,
      ask: (range) => this.#partRequests.first(range, this.#order),
      tally: this.#tally,
    });
  }

  remember(batch: { readonly rows: readonly Pick<ReadRow, 'key' | 'time'>[]; readonly isLate: boolean }): void {
    for (const row of batch.rows) {
      this.#seen.meets(row.key, row.time);
      this.#hold(row);
    }
    const last = batch.rows.at(-1);
    if (!last || batch.isLate) return;
    const session_start_time = last.time === undefined ? undefined : new Date(last.time).toISOString();
    this.#last = { ...last, bytes: new Uint8Array(), members: { id: last.key, session_start_time } as SessionDocument };
  }

  get total(): Total {
    const rest = this.#parts.expected;
    return { count: this.#seen.count + rest.count, atLeast: rest.atLeast };
  }

  get requests(): number {
    return this.#partRequests.requests;
  }

  /** What is counted in a range and came with times that are elsewhere has come. */
  get missing(): readonly Missing[] {
    let came = this.#outside;
    return this.#tally.missing.flatMap((one) => {
      if (one.count === undefined || one.reason === 'crowdedSecond') return [one];
      const count = Math.max(0, one.count - came);
      came -= one.count - count;
      return count > 0 ? [{ ...one, count }] : [];
    });
  }

  get outside(): number {
    return this.#outside;
  }

  get filterUnheeded(): boolean {
    return this.#filter.isUnheeded;
  }

  get state(): ReadingState {
    return { parts: this.#parts.left, counted: this.#tally.counted, missing: this.#tally.missing };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ReadBatch> {
    try {
      for (let part = await this.#parts.next(); part; part = await this.#parts.next()) {
        if (part.rows) yield* this.#inTurn(part.rows);
        else {
          yield* this.#crowd(part.range, part.isCounted);
          this.#parts.crowdIsRead();
        }
      }
      yield* this.#lookAgain();
    } finally {
      this.#stopping.abort();
    }
  }

  async *#crowd(range: DateRange, isCounted: boolean): AsyncGenerator<ReadBatch> {
    const pages = readCrowd({ range, order: this.#order, requests: this.#partRequests, size: this.#pace.provenRows });
    let next = await pages.next();
    for (; !next.done; next = await pages.next()) yield* this.#inTurn(next.value);
    if (!next.value) return;
    const { missing, read } = next.value;
    this.#tally.crowdRead(range, next.value);
    if (!isCounted && missing !== undefined) this.#tally.count({ range, total: read + missing });
  }

  async *#lookAgain(): AsyncGenerator<ReadBatch> {
    const options = {
      requests: this.#partRequests,
      tally: this.#tally,
      order: this.#order,
      pace: this.#pace,
      mostRequests: looked + this.requests * 2,
    };
    for (const counted of this.#tally.counted) {
      const search = lookAgain(counted, options);
      let next = await search.next();
      for (; !next.done; next = await search.next()) {
        const rows = this.#fresh(next.value);
        // Its times are held by whoever looked.
        for (const { time } of rows) if (startsOutside(time, this.#range)) this.#outside++;
        if (rows.length > 0) yield { rows, isLate: true };
      }
      if (next.value) this.#tally.miss(next.value);
    }
    this.#tally.forgetFound();
  }

  /** Sessions of a second may come with the part on either side of it, and some of them with the second part only. */
  *#inTurn(rows: readonly ReadRow[]): Generator<ReadBatch> {
    const fresh = this.#fresh(rows);
    for (const row of fresh) this.#hold(row);
    this.#filter.lookAt(fresh);
    const last = this.#last;
    const late = last ? fresh.filter((row) => this.#compare(row, last) < 0) : [];
    if (late.length > 0) yield { rows: late, isLate: true };
    this.#last = fresh.at(-1) ?? last;
    yield { rows: fresh.slice(late.length), isLate: false };
  }

  #hold({ time }: Pick<ReadRow, 'time'>): void {
    this.#tally.hold(time);
    if (startsOutside(time, this.#range)) this.#outside++;
  }

  #fresh(rows: readonly ReadRow[]): readonly ReadRow[] {
    return rows.filter((row) => !this.#seen.meets(row.key, row.time)).sort(this.#compare);
  }
}

/** What the service takes at a time of a range, in the order in which it is read. */
function windowsOf({ range, ...part }: PartLeft, order: TimeOrder): readonly PartLeft[] {
  const windows = splitIntoWindows(range).map((window) => ({ ...part, range: window }));
  return order === 'newestFirst' ? windows : windows.reverse();
}

/** The request with the fields that its order is made of. */
function projecting(request: SearchRequest): SearchRequest {
  const { projectFields, sortBy } = request;
  if (!projectFields) return request;
  return { ...request, projectFields: [...new Set([...projectFields, ...sortBy.map(({ field }) => field)])] };
}

/** The members that hold the fields of the order, however their names are cut. */
function orderingNames(request: SearchRequest): readonly string[] {
  return withTiebreaker(request)
    .flatMap(({ field }) => membersOf(field))
    .concat('session_start_time');
}

/** The members of a session that may hold a field: its name may contain dots. */
export function membersOf(field: string): readonly string[] {
  const parts = field.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

/** Whether the query's order is one of time. */
export function isByTime({ sortBy }: SearchRequest): boolean {
  return sortBy[0]?.field === 'session_start_time';
}

/** The query's order, in which every session has one place. */
export function withTiebreaker({ sortBy }: SearchRequest): SearchRequest['sortBy'] {
  return sortBy.some(({ field }) => field === 'id') ? sortBy : [...sortBy, { field: 'id', direction: 'asc' }];
}
