/**
 * A piece of a column of many rows, as it travels: numbers as they are, texts as codes of a list that grows with every piece. Code 0 is
 * for nothing, and code n for the nth text that any piece of the column has added.
 */
export type ColumnChunk = NumberChunk | TextChunk | ListChunk;

export interface NumberChunk {
  readonly type: 'numbers';
  /** NaN where there is nothing. */
  readonly values: Float64Array;
}

/** One text for each row. */
export interface TextChunk {
  readonly type: 'texts';
  readonly added: readonly string[];
  readonly codes: Uint32Array;
}

/** Any number of different texts for each row; a row without any has the one code 0. */
export interface ListChunk {
  readonly type: 'lists';
  readonly added: readonly string[];
  /** How many codes each row has. */
  readonly counts: Uint32Array;
  readonly codes: Uint32Array;
}

/** The same rows of several columns. */
export interface RowChunk {
  /** The first of the rows, from 0. */
  readonly from: number;
  readonly count: number;
  readonly columns: readonly (readonly [name: string, chunk: ColumnChunk])[];
}
