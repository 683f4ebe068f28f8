import { Cancelled } from '../client/insightsErrors.ts';
import { isPassing, isRefusal } from './failureKinds.ts';

/** What is being waited for. */
export interface Waiting {
  readonly error: unknown;
  /** How often it was asked in vain, from 1. */
  readonly attempt: number;
  readonly pauseMs: number;
}

/** Resolves after so long, or as soon as the signal is aborted. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export interface PatienceOptions {
  readonly signal: AbortSignal;
  readonly onWaiting?: ((waiting: Waiting | undefined) => void) | undefined;
  readonly pause?: Pause | undefined;
}

const firstPauseMs = 1000;
const longestPauseMs = 30_000;
/** What a service may ask for by `Retry-After`. */
const longestNamedPauseMs = 5 * 60_000;
/** About a minute and a half, beside the time that the requests take. */
const mostAttempts = 7;
/** Whoever has not heard one answer yet does not want to wait long to hear of it. */
const mostAttemptsAtFirst = 2;

/** Asks again after faults that pass by themselves, with growing pauses in which nobody else asks, and gives up in the end. */
export class Patience {
  readonly #options: PatienceOptions;
  readonly #pause: Pause;
  #answered = false;
  #pausing: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(options: PatienceOptions) {
    this.#options = options;
    this.#pause = options.pause ?? pause;
  }

  /** Throws what stood in the way last, and at once what does not pass. `onFailure` may say that it is to be given up already. */
  async ask<T>(question: () => Promise<T>, onFailure: (error: unknown) => void = () => {}): Promise<T> {
    const { signal, onWaiting } = this.#options;
    for (let attempt = 1; ; attempt++) {
      await this.#pausing;
      if (signal.aborted) throw new Cancelled();
      try {
        const answer = await question();
        this.#answered = true;
        return answer;
      } catch (error) {
        if (signal.aborted) throw new Cancelled();
        // Who refuses is there.
        this.#answered ||= isRefusal(error);
        if (!isPassing(error)) throw error;
        onFailure(error);
        const pauseMs = pauseAfter(error, attempt);
        const most = this.#answered ? mostAttempts : mostAttemptsAtFirst;
        if (attempt >= most || pauseMs > longestNamedPauseMs) throw error;
        this.#waiting++;
        onWaiting?.({ error, attempt, pauseMs });
        this.#pausing = Promise.all([this.#pausing, this.#pause(pauseMs, signal)]).then(() => {});
        await this.#pausing;
        this.#waiting--;
        if (this.#waiting === 0) onWaiting?.(undefined);
      }
    }
  }
}

function pauseAfter(error: unknown, attempt: number): number {
  // The service's failures and an archive's say it alike.
  const named = error instanceof Error && 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined;
  return typeof named !== 'number' ? Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs) : named * 1000;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
