import type { FacetsQuestion } from './collectedFacets.ts';
import { CollectedFacets } from './collectedFacets.ts';
import type { FacetValue } from './facetValues.ts';
import { valuesInOrder } from './valuesInOrder.ts';

/** How many sessions are looked at together. */
const piece = 5000;
/** A facet of more values is not counted: each of them is kept. */
const mostTexts = 200_000;

/** One question about the facets of any number of sessions that are given one after the other: its counts are kept, and nothing of a session. */
export class CountedFacets {
  readonly #question: FacetsQuestion;
  readonly #counts: Map<string, Map<string, number>>;
  #piece = new CollectedFacets();
  #total = 0;
  #passing = 0;

  constructor(question: FacetsQuestion) {
    this.#question = question;
    this.#counts = new Map(question.facets.map((facet) => [facet, new Map()]));
  }

  collect(session: unknown): void {
    this.#piece.collect(session);
    if (this.#piece.count >= piece) this.#take();
  }

  /** What `CollectedFacets` says of the same sessions, without facets that have too many values. */
  counts(): {
    readonly total: number;
    readonly passing: number;
    readonly facets: ReadonlyMap<string, readonly FacetValue[]>;
  } {
    this.#take();
    const facets = [...this.#counts].map(([facet, counts]) => {
      const column = { texts: [...counts.keys()] };
      return [facet, valuesInOrder(facet, { column, counts: [...counts.values()] })] as const;
    });
    return { total: this.#total, passing: this.#passing, facets: new Map(facets) };
  }

  #take(): void {
    const taken = this.#piece;
    this.#piece = new CollectedFacets();
    const { passing, facets } = taken.counts(this.#question);
    this.#total += taken.count;
    this.#passing += passing;
    for (const [facet, counts] of this.#counts) {
      for (const { text, count } of facets.get(facet) ?? []) counts.set(text, (counts.get(text) ?? 0) + count);
      if (counts.size > mostTexts || !facets.has(facet)) this.#counts.delete(facet);
    }
  }
}
