import { Cancelled } from './insightsErrors.ts';

/**
 * Ends a request in time, or when it is cancelled. Holds on to nothing once it has ended: a signal that composes others, or a
 * timer that is left to run, would keep each answer in memory until then.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #cancelled: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  #reject: ((reason: Error) => void) | undefined;

  /** Rejects when it has passed; never resolves. */
  readonly passed: Promise<never>;

  /** `timedOut` makes the failure when the time has passed: what is known of the request by then. */
  constructor(
    { ms, timedOut }: { readonly ms: number; readonly timedOut: () => Error },
    cancelled: AbortSignal | undefined,
  ) {
    this.#cancelled = cancelled;
    this.passed = new Promise((_resolve, reject) => {
      this.#reject = reject;
    });
    this.passed.catch(() => {});
    this.#timer = setTimeout(() => this.#pass(timedOut()), ms);
    cancelled?.addEventListener('abort', this.#cancel);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#cancelled?.removeEventListener('abort', this.#cancel);
    this.#reject = undefined;
  }

  readonly #cancel = (): void => this.#pass(new Cancelled());

  #pass(reason: Error): void {
    this.#reject?.(reason);
    this.#controller.abort(reason);
  }
}
