export interface LiveSessionOptions {
  /** Asks for the session anew, and has it shown where it is another. A failure leaves what is shown as it is. */
  readonly ask: (signal: AbortSignal) => Promise<{ readonly goesOn: boolean; readonly changed: boolean }>;
  /** Whether anybody can see it. */
  readonly isWatched: () => boolean;
  readonly later: (call: () => void, ms: number) => () => void;
}

const firstPauseMs = 5_000;
const longestPauseMs = 60_000;

/** Keeps a session up to date for as long as it goes on: more often while something happens, not while nobody looks. */
export class LiveSession {
  readonly #options: LiveSessionOptions;
  readonly #ending = new AbortController();
  #takeBack: (() => void) | undefined;
  #pauseMs = firstPauseMs;

  constructor(options: LiveSessionOptions) {
    this.#options = options;
    this.#wait();
  }

  dispose(): void {
    this.#ending.abort();
    this.#takeBack?.();
  }

  #wait(): void {
    this.#takeBack = this.#options.later(() => void this.#look(), this.#pauseMs);
  }

  async #look(): Promise<void> {
    const { signal } = this.#ending;
    if (this.#options.isWatched()) {
      try {
        const { goesOn, changed } = await this.#options.ask(signal);
        if (!goesOn) return;
        this.#pauseMs = changed ? firstPauseMs : this.#slower;
      } catch {
        // What is shown stays as it is; a person who asks for it anew hears why.
        this.#pauseMs = this.#slower;
      }
    }
    if (!signal.aborted) this.#wait();
  }

  get #slower(): number {
    return Math.min(longestPauseMs, this.#pauseMs * 1.5);
  }
}
