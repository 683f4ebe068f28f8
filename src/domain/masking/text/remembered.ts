/** What was found out about texts that come again and again; forgets all of it when it holds too much. */
export class Remembered<T> {
  readonly #most: number;
  readonly #found = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(text: string): T | undefined {
    return this.#found.get(text);
  }

  set(text: string, found: T): void {
    if (this.#found.size >= this.#most) this.#found.clear();
    this.#found.set(copyOf(text), found);
  }
}

/** A part of a text keeps all of that text in memory, until it is copied. */
export function copyOf(text: string): string {
  return String(JSON.parse(JSON.stringify(text)));
}
