import type { SessionModel } from './model.ts';
import type { Match } from './search.ts';
import { SessionSearch } from './search.ts';

/** A search within one session: what is looked for, what was found, which match is in view. */
export class Finder {
  #search: SessionSearch | undefined;
  #matches: readonly Match[] = [];
  #at = -1;
  /** What is looked for; undefined while nobody searches. */
  query: string | undefined;

  get count(): number {
    return this.#matches.length;
  }

  /** Index of the match in view; undefined before the first. */
  get position(): number | undefined {
    return this.#at < 0 ? undefined : this.#at;
  }

  /** Another document is shown: what was found in the last one is void, what is looked for is not. */
  forget(): void {
    this.#search = undefined;
    this.#matches = [];
    this.#at = -1;
  }

  find(model: SessionModel, query: string): void {
    this.query = query;
    this.#search ??= new SessionSearch(model);
    this.#matches = this.#search.find(query);
    this.#at = -1;
  }

  /** Moves on by one match, around the end. */
  move(direction: 1 | -1): Match | undefined {
    const { length } = this.#matches;
    if (length === 0) return undefined;
    const from = this.#at < 0 && direction < 0 ? 0 : this.#at;
    this.#at = (from + direction + length) % length;
    return this.#matches[this.#at];
  }
}
