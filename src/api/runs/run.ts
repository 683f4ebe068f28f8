import type { SessionDocument } from '../../domain/session/session.ts';
import type { Total } from '../client/answerShapes.ts';
import { Cancelled } from '../client/insightsErrors.ts';
import type { Sent, SessionStream } from '../search/sessionStream.ts';
import { Emitter } from './emitter.ts';
import { MoreFields } from './moreFields.ts';
import type { AggregateAll, CollectAll, CountAllFacets, RunIdentity, RunOptions } from './runOptions.ts';

/** Why a run does not have all sessions that it asked for, or has others. */
export type Shortfall =
  /** More start in one second than the service can page through. */
  | 'crowdedSecond'
  /** The service counts more than it gave. */
  | 'notGiven'
  /** The service has some that did not come: rows moved between its pages. */
  | 'moved'
  /** Whether rows moved between its pages could not be told. */
  | 'unchecked'
  /** It gave sessions that start outside of the range. */
  | 'outsideRange'
  /** It gave sessions that the filter can't have found. */
  | 'filterUnheeded'
  /** The service does not sort by id: pages may have repeated some and missed others. */
  | 'noTiebreaker';

export type RunState = 'running' | 'done' | 'failed' | 'cancelled';

/**
 * One execution of a query. Rows come while it runs; what it has stays when it fails or is cancelled. Once its first page was there
 * it can be gone on with from where it stopped.
 */
export class Run {
  readonly #options: RunOptions;
  readonly #changed = new Emitter<Run>();
  readonly #sessions: SessionDocument[] = [];
  readonly #stream: SessionStream;
  readonly #rows: AsyncIterator<SessionDocument>;
  /** A row that was asked for to learn whether there is one. */
  #ahead: IteratorResult<SessionDocument> | undefined;
  #identity: RunIdentity;
  #state: RunState = 'running';
  #error: unknown;
  #durationMs = 0;
  #leftOut = 0;
  #exhausted = false;
  #begun = false;
  /** How often rows were asked for: only what was asked last ends the run. */
  #turn = 0;
  #pulling: Promise<void>;
  /** Asks for fields of the sessions that are there, which the query did not name. */
  readonly more: MoreFields;

  /** Settles when the first page is there, or the run has failed or was cancelled. Never rejects. */
  readonly finished: Promise<void>;
  readonly onDidChange = this.#changed.event;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#identity = options.identity;
    this.more = new MoreFields({
      sessions: this.#sessions,
      fields: options.fields,
      search: options.searchFields,
      changed: () => this.#changed.fire(this),
    });
    this.#stream = options.search({ onProgress: () => this.#changed.fire(this) });
    this.#rows = this.#stream[Symbol.asyncIterator]();
    this.finished = this.#pull(this.#turn);
    this.#pulling = this.finished;
  }

  get identity(): RunIdentity {
    return this.#identity;
  }

  /** What the query counts over all sessions: its `aggs`, as they were when it ran. */
  get aggs(): Readonly<Record<string, unknown>> | undefined {
    return this.#options.aggs;
  }

  /** Whether its sessions come in the order of their start, in either direction. */
  get isByStart(): boolean {
    return this.#options.isByStart;
  }

  /** Has the service count them, where it does that by itself. */
  get aggregate(): AggregateAll | undefined {
    return this.#options.aggregate;
  }

  /** Has facets counted over all sessions, of a service that takes all of a range. */
  get countFacets(): CountAllFacets | undefined {
    return this.#options.countFacets;
  }

  /** Reads every session of what was asked, whatever was loaded by now. */
  get collect(): CollectAll {
    return this.#options.collect;
  }

  /** The query's file is elsewhere by now. */
  move(queryUri: string): void {
    this.#identity = { ...this.#identity, queryUri };
  }

  get state(): RunState {
    return this.#state;
  }

  get sessions(): readonly SessionDocument[] {
    return this.#sessions;
  }

  /** Rows that stand before the first one. */
  get skipped(): number {
    return this.#options.skipped;
  }

  /** How many sessions that the service found were not wanted; undefined where all are. */
  get leftOut(): number | undefined {
    return this.#options.keeps && this.#leftOut;
  }

  get total(): Total {
    return this.#stream.total;
  }

  /** Why sessions are missing from those that came, as far as anybody can tell; undefined while more can be asked for otherwise. */
  get shortfall(): Shortfall | undefined {
    if (this.#state !== 'done') return undefined;
    const { incomplete, missing, moved, unchecked, outside, filterUnheeded, tiebreakerRefused } = this.#stream;
    if (incomplete) return 'crowdedSecond';
    if (missing > 0) return 'notGiven';
    if (moved > 0) return 'moved';
    if (outside > 0) return 'outsideRange';
    if (filterUnheeded) return 'filterUnheeded';
    if (unchecked) return 'unchecked';
    return tiebreakerRefused && this.#sessions.length > this.#options.pageSize ? 'noTiebreaker' : undefined;
  }

  /** How far the windows of the range are. */
  get progress(): { readonly answered: number; readonly all: number } {
    return this.#stream.windows;
  }

  get requests(): number {
    return this.#stream.requests;
  }

  /** What was sent: the first request and those that came last, a hundred in all. */
  get sent(): readonly Sent[] {
    return this.#stream.sent;
  }

  get durationMs(): number {
    return this.#durationMs;
  }

  get error(): unknown {
    return this.#error;
  }

  get hasMore(): boolean {
    const { count, atLeast } = this.total;
    // What failed was asked for, whatever is counted.
    const mayBeMore = atLeast || this.#state === 'failed';
    return !this.#exhausted && (mayBeMore || this.#options.skipped + this.#sessions.length + this.#leftOut < count);
  }

  /** Whether it is a later page that is on its way. */
  get isLoadingMore(): boolean {
    return this.#state === 'running' && this.#begun;
  }

  /** Whether more can be asked for: not before the first page is there, and not of a run that never had one. */
  get canLoadMore(): boolean {
    return this.#state !== 'running' && this.#begun && this.hasMore;
  }

  /** Fetches the next page, from where the last one ended or failed. While one is on its way, and when there is no more, it does nothing. */
  async loadMore(): Promise<void> {
    if (!this.canLoadMore) return;
    this.#state = 'running';
    this.#error = undefined;
    this.#changed.fire(this);
    const turn = ++this.#turn;
    // What was cancelled may still be coming to its end.
    this.#pulling = this.#pulling.then(() => this.#pull(turn));
    await this.#pulling;
  }

  /** Fetches page after page until there are no more, or one fails or is cancelled. */
  async loadAll(): Promise<void> {
    for (let before = -1; this.canLoadMore && this.#sessions.length + this.#leftOut > before; ) {
      before = this.#sessions.length + this.#leftOut;
      await this.loadMore();
      if (this.#state !== 'done') return;
    }
  }

  /** Ends what is on its way; the rows there are stay. */
  cancel(): void {
    if (this.#state !== 'running') return;
    this.#stream.interrupt();
    this.#end('cancelled', new Cancelled());
  }

  async #pull(turn: number): Promise<void> {
    const isGoingOn = (): boolean => this.#state === 'running' && turn === this.#turn;
    const started = this.#options.now();
    const upTo = this.#sessions.length + this.#options.pageSize;
    const isFirst = this.#sessions.length + this.#leftOut === 0;
    try {
      while (isGoingOn() && this.#sessions.length < upTo) {
        const { done, value } = this.#ahead ?? (await this.#rows.next());
        this.#ahead = undefined;
        this.#exhausted = done === true;
        if (done) break;
        if (this.#options.keeps && !this.#options.keeps(value)) {
          this.#leftOut += 1;
          continue;
        }
        // Also one that was on its way when the run was cancelled: it will not come again.
        this.#sessions.push(value);
        if (this.#sessions.length === upTo - this.#options.pageSize + 1) this.#changed.fire(this);
      }
      await this.#stream.counted;
      if (isFirst && isGoingOn()) await this.#lookAhead();
      this.#begun = true;
      if (isGoingOn()) this.#end('done', undefined);
    } catch (error) {
      if (isGoingOn()) this.#end(error instanceof Cancelled ? 'cancelled' : 'failed', error);
    } finally {
      this.#durationMs += this.#options.now() - started;
      this.#changed.fire(this);
    }
  }

  /** A service that counts as many as its page holds may count its pages only. */
  async #lookAhead(): Promise<void> {
    const { pageSize, skipped } = this.#options;
    if (this.#exhausted || skipped > 0 || this.hasMore || this.#sessions.length + this.#leftOut < pageSize) return;
    try {
      this.#ahead = await this.#rows.next();
      this.#exhausted = this.#ahead.done === true;
    } catch {
      // What came is as good as it was.
    }
  }

  #end(state: RunState, error: unknown): void {
    this.#state = state;
    this.#error = error;
    this.#changed.fire(this);
  }
}
