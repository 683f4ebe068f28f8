import type { SessionDocument } from '../../domain/session/session.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import { InsightsError } from '../client/insightsErrors.ts';
import type { Later } from '../lookup/serviceLookup.ts';
import { Emitter } from '../runs/emitter.ts';

export interface FollowOptions {
  /** All sessions that started from an instant on, whenever that is by the service's clock. */
  readonly ask: (from: Date, signal: AbortSignal) => Promise<readonly SessionDocument[]>;
  readonly now: () => number;
  readonly later: Later;
  /** What is there already. */
  readonly known: readonly SessionDocument[];
  /** Where to begin when nothing is there yet. Nothing before it is asked for: that was there. */
  readonly from: Date;
  readonly intervalMs: number;
  /** It ends by itself after so long. */
  readonly lastsMs: number;
}

/** `asking` and `waiting` for the next time; `paused` while nobody looks; `ended` when its time was over, it was ended, or it cannot go on. */
export type FollowState = 'waiting' | 'asking' | 'paused' | 'ended';

/** What came with an answer. */
export interface Arrival {
  readonly arrived: readonly SessionDocument[];
  /** Known ones that were in progress when they came last, as they are now. */
  readonly changed: readonly SessionDocument[];
}

const shortestIntervalMs = 5_000;
/** Sessions may be told of a while after they started: so far is looked back each time. */
const overlapMs = 10 * 60_000;
const longestPauseMs = 5 * 60_000;

/**
 * Keeps asking for what is new: from the newest session that was seen on, with an overlap, and tells of each session once. The clock of
 * the service is its own: only starts of sessions are held against each other. After failures it asks less and less often.
 */
export class Follower {
  readonly #options: FollowOptions;
  readonly #arrived = new Emitter<Arrival>();
  readonly #changed = new Emitter<void>();
  readonly #seen = new Map<string, SessionDocument>();
  readonly #endsAt: number;
  #newest: number;
  #state: FollowState = 'waiting';
  #failures = 0;
  #error: unknown;
  #nextAt = 0;
  #asking = new AbortController();
  #takeBack: (() => void) | undefined;

  readonly onDidArrive = this.#arrived.event;
  readonly onDidChange = this.#changed.event;

  constructor(options: FollowOptions) {
    this.#options = options;
    this.#endsAt = options.now() + options.lastsMs;
    this.#newest = options.from.getTime();
    this.#lookAt(options.known);
    for (const session of options.known) this.#remember(session);
    this.#wait(this.#intervalMs);
  }

  get state(): FollowState {
    return this.#state;
  }

  /** What went wrong the last time; undefined once it goes right again. */
  get error(): unknown {
    return this.#error;
  }

  /** Asks nothing until it is resumed: nobody looks. */
  pause(): void {
    if (this.#state === 'ended' || this.#state === 'paused') return;
    this.#stop();
    this.#become('paused');
  }

  /** Goes on, at once where it is time to ask. */
  resume(): void {
    if (this.#state === 'paused') this.#wait(Math.max(0, this.#nextAt - this.#options.now()));
  }

  end(): void {
    if (this.#state === 'ended') return;
    this.#stop();
    this.#become('ended');
  }

  get #askedFrom(): Date {
    return new Date(Math.max(this.#options.from.getTime(), this.#newest - overlapMs));
  }

  get #intervalMs(): number {
    return Math.max(shortestIntervalMs, this.#options.intervalMs);
  }

  #wait(ms: number): void {
    this.#nextAt = this.#options.now() + ms;
    this.#takeBack = this.#options.later(() => void this.#ask(), ms);
    this.#become('waiting');
  }

  async #ask(): Promise<void> {
    if (this.#options.now() >= this.#endsAt) {
      this.end();
      return;
    }
    this.#become('asking');
    const { signal } = this.#asking;
    try {
      const from = this.#askedFrom;
      const sessions = await this.#options.ask(from, signal);
      if (signal.aborted) return;
      this.#failures = 0;
      this.#error = undefined;
      // What comes in spite of the dates was there already.
      this.#take(sessions.filter((session) => !isBefore(session, from.getTime() - 1000)));
    } catch (error) {
      if (signal.aborted) return;
      this.#failures += 1;
      this.#error = error;
      if (!mayPass(error)) {
        this.end();
        return;
      }
    }
    // Whoever heard of what arrived may have ended it.
    if (!signal.aborted) this.#wait(this.#pauseMs());
  }

  #take(sessions: readonly SessionDocument[]): void {
    const arrived: SessionDocument[] = [];
    const changed: SessionDocument[] = [];
    for (const session of sessions) {
      const { id } = session;
      if (typeof id !== 'string') continue;
      const before = this.#seen.get(id);
      if (!before) arrived.push(session);
      else if (isOther(before, session)) changed.push(session);
      this.#remember(session);
    }
    this.#lookAt(sessions);
    this.#forget();
    if (arrived.length > 0 || changed.length > 0) this.#arrived.fire({ arrived, changed });
  }

  /** One whose clock is ahead must not hide those that start after it. */
  #lookAt(sessions: readonly SessionDocument[]): void {
    const now = this.#options.now();
    for (const session of sessions) this.#newest = Math.max(this.#newest, Math.min(now, startOf(session)));
  }

  #remember(session: SessionDocument): void {
    if (typeof session.id === 'string') this.#seen.set(session.id, session);
  }

  /** What started before all that is asked for will not come again. */
  #forget(): void {
    const oldest = this.#newest - 2 * overlapMs;
    for (const [id, session] of this.#seen) if (isBefore(session, oldest)) this.#seen.delete(id);
  }

  #pauseMs(): number {
    const slower = Math.min(longestPauseMs, this.#intervalMs * 2 ** Math.min(this.#failures, 10));
    // A service may ask for longer than it is followed.
    const lasts = Math.max(0, this.#endsAt - this.#options.now());
    const asked = Math.min(lasts, (retryAfterOf(this.#error) ?? 0) * 1000);
    return Math.max(this.#failures === 0 ? this.#intervalMs : slower, asked);
  }

  #stop(): void {
    this.#takeBack?.();
    this.#takeBack = undefined;
    this.#asking.abort();
    this.#asking = new AbortController();
  }

  #become(state: FollowState): void {
    this.#state = state;
    this.#changed.fire();
  }
}

/** How long a service that is busy, or down for a while, said to wait. */
function retryAfterOf(error: unknown): number | undefined {
  const { retryAfterSeconds } = (error ?? {}) as { readonly retryAfterSeconds?: unknown };
  return typeof retryAfterSeconds === 'number' ? retryAfterSeconds : undefined;
}

/** What may go right the next time; a key or a query that is refused will not, unless the service says when. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof InsightsError)) return false;
  if (retryAfterOf(error) !== undefined) return true;
  return !['unauthorized', 'refused', 'notFound', 'certificate'].includes(error.code);
}

/** One whose start cannot be read may have started at any time. */
function isBefore(session: SessionDocument, time: number): boolean {
  const start = startOf(session);
  return Number.isFinite(start) && start < time;
}

function startOf(session: SessionDocument): number {
  return parseServiceTime(session.session_start_time)?.getTime() ?? Number.NEGATIVE_INFINITY;
}

/** Rows show how a session goes: a new status, an end or an outcome is news. */
function isOther(before: SessionDocument, now: SessionDocument): boolean {
  const facts = ({ status, session_end_time, channel_data }: SessionDocument): string =>
    JSON.stringify([status, session_end_time, channel_data]);
  return facts(before) !== facts(now);
}
