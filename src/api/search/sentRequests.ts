const mostKept = 100;

/** What was sent: how often, and the first with the newest of the others. */
export class SentRequests<Sent> {
  readonly #kept: Sent[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get kept(): readonly Sent[] {
    return this.#kept;
  }

  add(...sent: readonly Sent[]): void {
    this.#count += sent.length;
    this.#keep(sent);
  }

  /** Those of another, which may have sent more than it kept. */
  addAll({ count, kept }: Pick<SentRequests<Sent>, 'count' | 'kept'>): void {
    this.#count += count;
    this.#keep(kept);
  }

  #keep(sent: readonly Sent[]): void {
    this.#kept.push(...sent);
    if (this.#kept.length > mostKept) this.#kept.splice(1, this.#kept.length - mostKept);
  }
}
