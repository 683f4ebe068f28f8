import type { ColumnChunk } from './columnChunk.ts';

/** Where a column's values come from: of one row after the other. */
export type ColumnSource<Row> =
  | { readonly type: 'numbers'; readonly read: (row: Row) => number | undefined }
  | { readonly type: 'texts'; readonly read: (row: Row) => string | undefined }
  | { readonly type: 'lists'; readonly read: (row: Row) => readonly string[] };

/** Writes a column piece after piece. Each text travels once, however many rows have it. */
export class ColumnWriter<Row> {
  readonly #source: ColumnSource<Row>;
  readonly #codes = new Map<string, number>();
  #added: string[] = [];

  constructor(source: ColumnSource<Row>) {
    this.#source = source;
  }

  write(rows: readonly Row[]): ColumnChunk {
    const source = this.#source;
    this.#added = [];
    switch (source.type) {
      case 'numbers':
        return { type: 'numbers', values: Float64Array.from(rows, (row) => source.read(row) ?? Number.NaN) };
      case 'texts': {
        const codes = Uint32Array.from(rows, (row) => this.#code(source.read(row)));
        return { type: 'texts', added: this.#added, codes };
      }
      case 'lists': {
        const lists = rows.map((row) => this.#codesOf(source.read(row)));
        const counts = Uint32Array.from(lists, ({ length }) => length);
        return { type: 'lists', added: this.#added, counts, codes: Uint32Array.from(lists.flat()) };
      }
    }
  }

  #codesOf(texts: readonly string[]): readonly number[] {
    const codes = new Set(texts.map((text) => this.#code(text)));
    return codes.size === 0 ? [0] : [...codes];
  }

  #code(text: string | undefined): number {
    if (text === undefined || text === '') return 0;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#codes.size + 1);
    this.#added.push(text);
    return this.#codes.size;
  }
}
