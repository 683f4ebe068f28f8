import type { FilteredRows } from '../../../src/domain/results/facets/filterRows.ts';
import type { RowGroup } from '../../../src/domain/results/order/groupRows.ts';

/** The rows that are shown, as lines of a table: a row, or below 0 the head of a group. */
export interface ShownRows extends FilteredRows {
  /** The rows in the order in which they stand. */
  readonly order: Uint32Array;
  readonly groups: readonly RowGroup[];
  readonly lines: Int32Array;
}

/** Rows that were chosen elsewhere, such as in the path map. */
export interface OnlyRows {
  readonly words: string;
  readonly run: number;
  readonly rows: { readonly has: (row: number) => boolean; readonly number: number };
}
