import type { Field } from '../../domain/session/fields/fields.ts';
import type { Token } from '../../domain/tokens/fieldTokens.ts';
import { compareCodePoints } from './compareCodePoints.ts';
import { DocSet } from './docSet.ts';

/** For each document the place of its value in the field's order; `missing` when it has none. Several values count by one of them. */
export interface SortColumn {
  readonly smallest: Int32Array;
  readonly largest: Int32Array;
}

export const missing = -1;

/** The documents of one token: one alone, a list of their numbers, or a set when they are so many that a set is smaller and quicker. */
type Posting = number | number[] | DocSet;

/** One field of all documents: which documents have which token, and the tokens in order. */
export class FieldIndex {
  readonly field: Field;
  readonly #postings = new Map<Token, Posting>();
  #tokens: readonly Token[] | undefined;
  #column: SortColumn | undefined;
  #documents: { readonly inOrder: Uint32Array; readonly starts: Uint32Array } | undefined;

  constructor(field: Field) {
    this.field = field;
  }

  /** Documents come in ascending order. */
  add(token: Token, doc: number): void {
    const known = this.#postings.get(token);
    if (known === undefined) this.#postings.set(token, doc);
    else if (Array.isArray(known)) {
      if (known[known.length - 1] !== doc) known.push(doc);
    } else if (known !== doc) this.#postings.set(token, [Number(known), doc]);
  }

  /** Adds the documents that have the token. */
  collect(token: Token, into: DocSet): void {
    const docs = this.#postings.get(token);
    if (docs instanceof DocSet) into.join(docs);
    else if (typeof docs === 'number') into.add(docs);
    else if (docs) this.#collectMany(token, docs, into);
  }

  /** The documents that share a token, ascending, for each token that several have. */
  *shared(): Generator<ArrayLike<number>, void, void> {
    for (const [token, posting] of this.#postings) if (typeof posting !== 'number') yield this.#documentsOf(token);
  }

  /** Adds the documents that have a value from `first` to `last`, both included. Only for fields whose tokens are numbers. */
  collectBetween(first: number, last: number, into: DocSet): void {
    const tokens = this.#inOrder();
    this.#documents ??= this.#listDocuments();
    const { inOrder, starts } = this.#documents;
    const end = starts[placeAfter(tokens, (token) => token <= last)] ?? 0;
    for (let at = starts[placeAfter(tokens, (token) => token < first)] ?? 0; at < end; at++) into.add(inOrder[at] ?? 0);
  }

  /** The order of the documents by this field, made when it is first asked for. */
  column(size: number): SortColumn {
    this.#column ??= this.#makeColumn(size);
    return this.#column;
  }

  #collectMany(token: Token, docs: readonly number[], into: DocSet): void {
    for (const doc of docs) into.add(doc);
    if (docs.length < into.size / 32) return;
    const set = new DocSet(into.size);
    for (const doc of docs) set.add(doc);
    this.#postings.set(token, set);
  }

  #documentsOf(token: Token): ArrayLike<number> {
    const docs = this.#postings.get(token) ?? [];
    if (docs instanceof DocSet) return docs.numbers();
    return typeof docs === 'number' ? [docs] : docs;
  }

  #makeColumn(size: number): SortColumn {
    const smallest = new Int32Array(size).fill(missing);
    const largest = new Int32Array(size).fill(missing);
    this.#inOrder().forEach((token, place) => {
      const docs = this.#documentsOf(token);
      for (let at = 0; at < docs.length; at++) {
        const doc = docs[at] ?? 0;
        if (smallest[doc] === missing) smallest[doc] = place;
        largest[doc] = place;
      }
    });
    return { smallest, largest };
  }

  /** The documents of all tokens, one token after another, and where each token's begin. */
  #listDocuments() {
    const tokens = this.#inOrder();
    const lists = tokens.map((token) => this.#documentsOf(token));
    const starts = new Uint32Array(tokens.length + 1);
    lists.forEach((list, place) => {
      starts[place + 1] = (starts[place] ?? 0) + list.length;
    });
    const inOrder = new Uint32Array(starts[tokens.length] ?? 0);
    lists.forEach((list, place) => {
      inOrder.set(list, starts[place]);
    });
    return { inOrder, starts };
  }

  #inOrder(): readonly Token[] {
    this.#tokens ??= [...this.#postings.keys()].sort((a, b) =>
      typeof a === 'number' ? a - Number(b) : compareCodePoints(a, String(b)),
    );
    return this.#tokens;
  }
}

/** The place behind the last token that is before; those that are come first. */
function placeAfter(tokens: readonly Token[], isBefore: (token: number) => boolean): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(Number(tokens[middle]))) low = middle + 1;
    else high = middle;
  }
  return low;
}
