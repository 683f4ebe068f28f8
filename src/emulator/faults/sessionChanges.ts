import type { Arrangement } from '../search/search.ts';
import type { SessionIndex } from '../search/sessionIndex.ts';
import type { Fault, FaultScenario } from './faults.ts';

/** One in so many is held back, to come while a scenario with `inserted` plays. */
const heldBackOf = 10;
const oddOf = 50;

/**
 * What a scenario does to the sessions: some come and some go between the answers of two searches, some are given twice or never, and pages
 * are taken of an order that is never quite the same. All of it is undone when the scenario ends.
 */
export class SessionChanges {
  readonly #comes: boolean;
  readonly #random: () => number;
  /** Those that are still to come. */
  #waiting: number[] | undefined;
  #gone: number[] = [];
  #index: SessionIndex | undefined;

  constructor({ rules }: FaultScenario, random: () => number) {
    this.#comes = rules.some(({ fault }) => fault.kind === 'inserted');
    this.#random = random;
  }

  /** Before the first answer: what is to come is not there yet. */
  begin(index: SessionIndex): void {
    if (this.#waiting || !this.#comes) return;
    const docs = [...index.live().numbers()];
    const waiting = docs.filter(() => this.#random() < 1 / heldBackOf);
    this.#waiting = waiting.length > 0 || docs.length < 2 ? waiting : docs.slice(0, 1);
    for (const doc of this.#waiting) index.delete(doc);
  }

  /** After an answer: some come, some go. */
  strike(index: SessionIndex, faults: readonly Fault[]): void {
    this.#index = index;
    for (const fault of faults) {
      if (fault.kind === 'inserted') this.#come(index, fault.count ?? 1);
      else if (fault.kind === 'deleted') this.#go(index, fault.count ?? 1);
    }
  }

  undo(): void {
    for (const doc of [...(this.#waiting ?? []), ...this.#gone]) this.#index?.restore(doc);
    this.#waiting = undefined;
    this.#gone = [];
  }

  /** What these faults do to the page of a search; undefined when they leave it alone. */
  arrangement(faults: readonly Fault[]): Arrangement | undefined {
    const odd = faults.filter(({ kind }) => kind === 'withheld' || kind === 'repeated');
    const reordered = faults.some(({ kind }) => kind === 'reordered');
    if (odd.length === 0 && !reordered) return undefined;
    return {
      give: (docs) => odd.reduce(given, docs),
      ...(reordered ? { arrange: (docs: Uint32Array) => this.#reordered(docs) } : {}),
    };
  }

  /** Neighbours change places, further apart than a page at times. */
  #reordered(docs: Uint32Array): Uint32Array {
    const order = docs.slice();
    for (let at = 0; at + 1 < order.length; at += 1 + Math.floor(this.#random() * 6)) {
      const other = Math.min(order.length - 1, at + 1 + Math.floor(this.#random() * 3));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    return order;
  }

  #come(index: SessionIndex, count: number): void {
    for (let left = count; left > 0 && this.#waiting && this.#waiting.length > 0; left--) {
      const [doc] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
      if (doc !== undefined) index.restore(doc);
    }
  }

  #go(index: SessionIndex, count: number): void {
    for (let left = count; left > 0; left--) {
      const live = index.live().numbers();
      const doc = live[Math.floor(this.#random() * live.length)];
      if (doc === undefined) return;
      index.delete(doc);
      this.#gone.push(doc);
    }
  }
}

/** The sessions of a page, as a service gives them that keeps some to itself: in their place nothing, or a neighbour once more. */
function given(docs: readonly number[], fault: Fault): readonly number[] {
  if (fault.kind === 'withheld') return docs.filter((doc) => !isOdd(doc, fault.of));
  if (fault.kind !== 'repeated') return docs;
  return docs.map((doc, at) => (isOdd(doc, fault.of) ? (docs[at - 1] ?? docs[at + 1] ?? doc) : doc));
}

/** Always the same ones: a service that withholds a session does so whenever it is asked. */
function isOdd(doc: number, of = oddOf): boolean {
  return doc % of === of - 1;
}
