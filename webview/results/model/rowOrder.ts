import type { RowGroup } from '../../../src/domain/results/order/groupRows.ts';
import { groupRows } from '../../../src/domain/results/order/groupRows.ts';
import { ranksOf, sortRows } from '../../../src/domain/results/order/sortRows.ts';
import { sortValue } from '../../../src/domain/results/rows/rowColumns.ts';
import { statusCode } from './cellWords.ts';
import type { SortChoice } from './resultsState.ts';
import type { ResultsStore } from './resultsStore.ts';

/** The order of the rows of a run by what stands in their columns. A column is ordered once, until more texts come into it. */
export class RowOrder {
  readonly #store: ResultsStore;
  readonly #ranks = new Map<string, { readonly texts: number; readonly ranks: Uint32Array }>();

  constructor(store: ResultsStore) {
    this.#store = store;
  }

  /** The rows in the order of a column; as they are where there is none. */
  sorted(rows: Uint32Array, sort: SortChoice | undefined): Uint32Array {
    const column = sort && this.#store.field(sort.path);
    if (!sort || !column) return rows;
    const ranks = this.#ranksOf(sort.path);
    const { codes, length } = column;
    const rankOf = (row: number): number => (row < length ? (ranks[codes[row] ?? 0] ?? 0) : 0);
    return sortRows(rows, { rankOf, most: ranks.length, direction: sort.direction });
  }

  /** The rows by their value in a column. */
  grouped(rows: Uint32Array, path: string): readonly RowGroup[] {
    const column = this.#store.field(path);
    if (!column) return [{ code: 0, rows }];
    const ranks = this.#ranksOf(path);
    const goesOn = path === statusCode ? this.#goesOn() : undefined;
    if (!goesOn) return groupRows(rows, { codeOf: (row) => column.codeAt(row), ranks });
    // A code that no text has, behind all others.
    const inProgress = column.texts.length;
    return groupRows(rows, {
      codeOf: (row) => (goesOn(row) ? inProgress : column.codeAt(row)),
      ranks: Uint32Array.of(...ranks, ranks.length),
    });
  }

  /** What a group is of: a text of the column, or that its sessions go on. */
  groupText(path: string, code: number): string {
    const texts = this.#store.field(path)?.texts ?? [];
    return path === statusCode && code === texts.length ? 'inProgress' : (texts[code] ?? '');
  }

  /** What a session that goes on has got so far is not its outcome. */
  #goesOn(): ((row: number) => boolean) | undefined {
    const outcome = this.#store.facet('outcome');
    const inProgress = outcome?.texts.indexOf('inProgress') ?? -1;
    return outcome && inProgress > 0 ? (row) => outcome.codesAt(row)[0] === inProgress : undefined;
  }

  /** Orders the first of these columns that is not ordered yet. Answers whether there was one. */
  warmUp(paths: readonly string[]): boolean {
    const next = paths.find((path) => this.#ranks.get(path)?.texts !== (this.#store.field(path)?.texts.length ?? 1));
    if (next !== undefined) this.#ranksOf(next);
    return next !== undefined;
  }

  /** The places of a column's texts in their order. */
  #ranksOf(path: string): Uint32Array {
    const texts = this.#store.field(path)?.texts ?? [''];
    const known = this.#ranks.get(path);
    if (known?.texts === texts.length) return known.ranks;
    const ranks = ranksOf(texts, sortValue(path));
    this.#ranks.set(path, { texts: texts.length, ranks });
    return ranks;
  }
}
