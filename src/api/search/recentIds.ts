/** The ids that were met last: at least so many of them, at most twice as many, however many there were in all. */
export class RecentIds {
  readonly #most: number;
  #newer = new Set<string>();
  #older = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether it was met already; it is remembered from now on. */
  meets(id: string): boolean {
    if (this.#newer.has(id) || this.#older.has(id)) return true;
    if (this.#newer.size >= this.#most) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    this.#newer.add(id);
    return false;
  }
}
