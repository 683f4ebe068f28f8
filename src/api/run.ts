import type { DateRange } from '../domain/dates.ts';
import type { SessionDocument } from '../domain/session.ts';
import type { Total } from './answerShapes.ts';
import { Emitter } from './emitter.ts';
import { Cancelled } from './insightsErrors.ts';
import type { SessionStream } from './searchSessions.ts';
import type { Parameters } from './serviceRequests.ts';

/** What a run was, which says later what its rows are. */
export interface RunIdentity {
  readonly queryUri: string;
  readonly queryName: string;
  readonly connection: string;
  readonly range: DateRange;
  readonly startedAt: Date;
}

export type RunState = 'running' | 'done' | 'failed' | 'cancelled';

export interface RunOptions {
  readonly identity: RunIdentity;
  readonly pageSize: number;
  /** Rows that stand before the first one, when the query asks for a later page. */
  readonly skipped: number;
  readonly search: (options: { signal: AbortSignal; onProgress: () => void }) => SessionStream;
  readonly now: () => number;
}

/** One execution of a query. Rows come while it runs; what it has stays when it fails or is cancelled. */
export class Run {
  readonly identity: RunIdentity;
  readonly #options: RunOptions;
  readonly #changed = new Emitter<Run>();
  readonly #controller = new AbortController();
  readonly #sessions: SessionDocument[] = [];
  readonly #stream: SessionStream;
  readonly #rows: AsyncIterator<SessionDocument>;
  #state: RunState = 'running';
  #error: unknown;
  #durationMs = 0;
  #exhausted = false;

  /** Settles when the first page is there, or the run has failed or was cancelled. Never rejects. */
  readonly finished: Promise<void>;
  readonly onDidChange = this.#changed.event;

  constructor(options: RunOptions) {
    this.#options = options;
    this.identity = options.identity;
    this.#stream = options.search({ signal: this.#controller.signal, onProgress: () => this.#changed.fire(this) });
    this.#rows = this.#stream[Symbol.asyncIterator]();
    this.finished = this.#pull();
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

  get total(): Total {
    return this.#stream.total;
  }

  /** How far the windows of the range are. */
  get progress(): { readonly answered: number; readonly all: number } {
    return this.#stream.windows;
  }

  get requests(): number {
    return this.#stream.requests;
  }

  /** What was sent: the parameters of each request, the newest hundred. */
  get sent(): readonly Parameters[] {
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
    return !this.#exhausted && (atLeast || this.#options.skipped + this.#sessions.length < count);
  }

  /** Fetches the next page. While one is on its way, and when there is no more, it does nothing. */
  async loadMore(): Promise<void> {
    if (this.#state !== 'done' || !this.hasMore) return;
    this.#state = 'running';
    this.#changed.fire(this);
    await this.#pull();
  }

  cancel(): void {
    if (this.#state !== 'running') return;
    this.#controller.abort();
    this.#end('cancelled', new Cancelled());
  }

  async #pull(): Promise<void> {
    const started = this.#options.now();
    const upTo = this.#sessions.length + this.#options.pageSize;
    try {
      while (this.#sessions.length < upTo) {
        const { done, value } = await this.#rows.next();
        // A row that was on its way when the run was cancelled does not belong to it any more.
        if (this.#state !== 'running') return;
        this.#exhausted = done === true;
        if (done) break;
        this.#sessions.push(value);
        if (this.#sessions.length === upTo - this.#options.pageSize + 1) this.#changed.fire(this);
      }
      await this.#stream.counted;
      if (this.#state === 'running') this.#end('done', undefined);
    } catch (error) {
      if (this.#state === 'running') this.#end(error instanceof Cancelled ? 'cancelled' : 'failed', error);
    } finally {
      this.#durationMs += this.#options.now() - started;
      this.#changed.fire(this);
    }
  }

  #end(state: RunState, error: unknown): void {
    this.#state = state;
    this.#error = error;
    this.#changed.fire(this);
  }
}
