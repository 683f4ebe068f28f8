import type { KeptState } from '../host/keptState.ts';

const key = 'insights.results.looks';

/** Of so many queries it is kept, those that were looked at last. */
const mostQueries = 100;

/** As much is kept of one, in letters: whoever chose more chooses it again. */
const longest = 20_000;

/** What the results of each query were looked at with (order, filters, widths, open facets), for when they are opened again. The look itself is the page's. */
export class ResultsLooks {
  readonly #state: KeptState;

  constructor(state: KeptState) {
    this.#state = state;
  }

  /** By the query's address. Any version may have written it. */
  of(query: string): unknown {
    return this.#all.find(([name]) => name === query)?.[1];
  }

  keep(query: string, look: unknown): void {
    const isKept = (JSON.stringify(look) ?? '').length <= longest;
    this.#store([...(isKept ? [[query, look] as const] : []), ...this.#without(query)]);
  }

  /** Files and folders go by other names now. `movedTo`: where a query is, undefined where it stayed. */
  move(movedTo: (query: string) => string | undefined): void {
    const looks = this.#all.map(([query, look]) => ({ query, look, to: movedTo(query) }));
    const taken = new Set(looks.flatMap(({ to }) => to ?? []));
    if (taken.size === 0) return;
    const left = looks.filter(({ query, to }) => to !== undefined || !taken.has(query));
    this.#store(left.map(({ query, look, to }) => [to ?? query, look] as const));
  }

  /** Queries are gone. */
  remove(isGone: (query: string) => boolean): void {
    const left = this.#all.filter(([query]) => !isGone(query));
    if (left.length < this.#all.length) this.#store(left);
  }

  /** Forgets all of them. */
  forget(): void {
    void this.#state.update(key, undefined);
  }

  get #all(): readonly (readonly [query: string, look: unknown])[] {
    const kept = this.#state.get(key);
    return Array.isArray(kept) ? kept.flatMap(readEntry) : [];
  }

  #without(query: string): readonly (readonly [query: string, look: unknown])[] {
    return this.#all.filter(([name]) => name !== query);
  }

  #store(looks: readonly (readonly [query: string, look: unknown])[]): void {
    void this.#state.update(key, looks.slice(0, mostQueries));
  }
}

function readEntry(entry: unknown): (readonly [query: string, look: unknown])[] {
  return Array.isArray(entry) && typeof entry[0] === 'string' ? [[entry[0], entry[1]]] : [];
}
