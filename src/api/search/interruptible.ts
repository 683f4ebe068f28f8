import { Cancelled } from '../client/insightsErrors.ts';

/** What requests are sent with: those that are on their way can be ended, and others sent after that. */
export class Interruptible {
  readonly #outer: AbortSignal | undefined;
  #stopping = new AbortController();
  #signal: AbortSignal;

  constructor(outer: AbortSignal | undefined) {
    this.#outer = outer;
    this.#signal = this.#stoppable();
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Ends the requests that are on their way. */
  interrupt(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#signal = this.#stoppable();
  }

  /** Ends them, and all that would follow. */
  stop(): void {
    this.#stopping.abort();
  }

  #stoppable(): AbortSignal {
    const { signal } = this.#stopping;
    return this.#outer ? AbortSignal.any([this.#outer, signal]) : signal;
  }
}

/** Throws when it was ended before anything was sent. */
export function refuseEnded(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled();
}
