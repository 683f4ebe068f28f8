import type { Field } from '../domain/fields.ts';
import { compareCodePoints } from './compareCodePoints.ts';
import type { DocSet } from './docSet.ts';
import type { Token } from './fieldValue.ts';

/** For each document the place of its value in the field's order; `missing` when it has none. Several values count by one of them. */
export interface SortColumn {
  readonly smallest: Int32Array;
  readonly largest: Int32Array;
}

export const missing = -1;

/** One field of all documents: which documents have which token, and the tokens in order. */
export class FieldIndex {
  readonly field: Field;
  readonly #postings = new Map<Token, number | number[]>();
  #tokens: readonly Token[] | undefined;
  #column: SortColumn | undefined;

  constructor(field: Field) {
    this.field = field;
  }

  /** Documents come in ascending order. */
  add(token: Token, doc: number): void {
    const known = this.#postings.get(token);
    if (known === undefined) this.#postings.set(token, doc);
    else if (typeof known !== 'number') {
      if (known[known.length - 1] !== doc) known.push(doc);
    } else if (known !== doc) this.#postings.set(token, [known, doc]);
  }

  /** Adds the documents that have the token. */
  collect(token: Token, into: DocSet): void {
    const docs = this.#postings.get(token);
    if (typeof docs === 'number') into.add(docs);
    else if (docs) for (const doc of docs) into.add(doc);
  }

  /** Adds the documents that have a value from `first` to `last`, both included. Only for fields whose tokens are numbers. */
  collectBetween(first: number, last: number, into: DocSet): void {
    const tokens = this.#inOrder();
    for (let at = lowerBound(tokens, first); at < tokens.length; at++) {
      const token = tokens[at] as number;
      if (token > last) return;
      this.collect(token, into);
    }
  }

  /** The order of the documents by this field, made when it is first asked for. */
  column(size: number): SortColumn {
    this.#column ??= this.#makeColumn(size);
    return this.#column;
  }

  #makeColumn(size: number): SortColumn {
    const smallest = new Int32Array(size).fill(missing);
    const largest = new Int32Array(size).fill(missing);
    this.#inOrder().forEach((token, place) => {
      const docs = this.#postings.get(token) ?? [];
      for (const doc of typeof docs === 'number' ? [docs] : docs) {
        if (smallest[doc] === missing) smallest[doc] = place;
        largest[doc] = place;
      }
    });
    return { smallest, largest };
  }

  #inOrder(): readonly Token[] {
    this.#tokens ??= [...this.#postings.keys()].sort((a, b) =>
      typeof a === 'number' ? a - Number(b) : compareCodePoints(a, String(b)),
    );
    return this.#tokens;
  }
}

function lowerBound(tokens: readonly Token[], first: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Number(tokens[middle]) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
