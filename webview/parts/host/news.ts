const momentMs = 100;

/** Tells the host what a person looks at: at once, as the tab may be closed next; and once for all that follows within a moment. */
export class News<T> {
  readonly #tell: (news: T) => void;
  /** What was told last, as text. */
  #told: string | undefined;
  #next: T | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (news: T) => void) {
    this.#tell = tell;
  }

  /** Takes what is true now. What was told already is no news. */
  take(now: T): void {
    this.#next = now;
    if (this.#waiting === undefined) this.#tellNext();
  }

  #tellNext(): void {
    const next = this.#next;
    const text = JSON.stringify(next);
    if (next === undefined || text === this.#told) return;
    this.#told = text;
    this.#tell(next);
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#tellNext();
    }, momentMs);
  }
}
