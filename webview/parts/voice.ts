interface Told {
  request(message: { readonly type: 'tell'; readonly sentence: string }): Promise<unknown>;
}

/** What a page says of what was done: in a live region for who hears the page, and in VS Code's status bar for who looks at it. */
export class Voice {
  readonly #host: Told;
  readonly #changed: () => void;
  #sentence = '';

  /** `changed`: there is another sentence to draw. */
  constructor(host: Told, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** The sentence that the live region holds. */
  get sentence(): string {
    return this.#sentence;
  }

  /** Says what can be seen anyway, or what the host shows itself. */
  announce(sentence: string): void {
    this.#sentence = sentence;
    this.#changed();
  }

  /** Says what nobody would see: why nothing happened. */
  tell(sentence: string): void {
    this.announce(sentence);
    void this.#host.request({ type: 'tell', sentence });
  }
}
