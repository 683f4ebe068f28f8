import type { ColumnChunk, ListChunk, NumberChunk, TextChunk } from './columnChunk.ts';

/** A column as it is kept where it is counted, sorted and drawn. Rows from `length` on have not come yet. */
export type Column = NumberColumn | TextColumn | ListColumn;

export class NumberColumn {
  readonly type = 'numbers';
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** NaN where there is nothing, and beyond the end. */
  at(row: number): number {
    return row < this.#length ? (this.#values[row] ?? Number.NaN) : Number.NaN;
  }

  /** The values themselves, of at least `length` rows: not to be kept, as they move when the column grows. */
  get values(): Float64Array {
    return this.#values;
  }

  append({ values }: NumberChunk): void {
    this.#values = grown(this.#values, this.#length + values.length, (size) => new Float64Array(size));
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }
}

export class TextColumn {
  readonly type = 'texts';
  /** The different texts, by code; that of code 0 stands for nothing. */
  readonly texts: string[] = [''];
  #codes = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  codeAt(row: number): number {
    return row < this.#length ? (this.#codes[row] ?? 0) : 0;
  }

  /** Undefined for a row that has not come yet; empty for one that has nothing there. */
  at(row: number): string | undefined {
    return row < this.#length ? this.texts[this.#codes[row] ?? 0] : undefined;
  }

  /** The codes themselves, of at least `length` rows: not to be kept. */
  get codes(): Uint32Array {
    return this.#codes;
  }

  append({ added, codes }: TextChunk): void {
    for (const text of added) this.texts.push(text);
    this.#codes = grown(this.#codes, this.#length + codes.length, (size) => new Uint32Array(size));
    this.#codes.set(codes, this.#length);
    this.#length += codes.length;
  }
}

export class ListColumn {
  readonly type = 'lists';
  readonly texts: string[] = [''];
  #ends = new Uint32Array(1024);
  #codes = new Uint32Array(1024);
  #length = 0;
  #filled = 0;

  get length(): number {
    return this.#length;
  }

  /** Where the codes of each row end in `codes`; those of a row begin where the row before ends. Not to be kept. */
  get ends(): Uint32Array {
    return this.#ends;
  }

  get codes(): Uint32Array {
    return this.#codes;
  }

  /** The codes of a row; none of one that has not come yet. */
  codesAt(row: number): Uint32Array {
    if (row >= this.#length) return new Uint32Array(0);
    return this.#codes.subarray(row === 0 ? 0 : this.#ends[row - 1], this.#ends[row]);
  }

  append({ added, counts, codes }: ListChunk): void {
    for (const text of added) this.texts.push(text);
    this.#ends = grown(this.#ends, this.#length + counts.length, (size) => new Uint32Array(size));
    this.#codes = grown(this.#codes, this.#filled + codes.length, (size) => new Uint32Array(size));
    this.#codes.set(codes, this.#filled);
    for (const count of counts) {
      this.#filled += count;
      this.#ends[this.#length] = this.#filled;
      this.#length += 1;
    }
  }
}

export function newColumn({ type }: ColumnChunk): Column {
  switch (type) {
    case 'numbers':
      return new NumberColumn();
    case 'texts':
      return new TextColumn();
    case 'lists':
      return new ListColumn();
  }
}

/** Adds a piece of the same type; one of another is left alone. */
export function appendChunk(column: Column, chunk: ColumnChunk): void {
  if (column.type === 'numbers' && chunk.type === 'numbers') column.append(chunk);
  else if (column.type === 'texts' && chunk.type === 'texts') column.append(chunk);
  else if (column.type === 'lists' && chunk.type === 'lists') column.append(chunk);
}

function grown<A extends Float64Array | Uint32Array>(array: A, length: number, make: (size: number) => A): A {
  if (length <= array.length) return array;
  const larger = make(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}
