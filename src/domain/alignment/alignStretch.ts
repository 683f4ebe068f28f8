/**
 * The longest common subsequence, exact: for each entry of `left` its index in `right`, or -1.
 *
 * The usual table of lengths has a row for each entry of `left`. Neighbours in a row differ by 0 or 1, so a row is kept as bits,
 * and 32 of its cells are computed at once (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004). Rows are made from the
 * last entry to the first, so that the way through them can be walked from the start. Only every so many rows are kept; those between
 * are made again when the way comes to them, which bounds memory by the square root of what the table would take.
 */
export function alignStretch(left: readonly string[], right: readonly string[]): number[] {
  const table = new LengthRows(left, right);
  const pairs = new Array<number>(left.length).fill(-1);
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      pairs[i] = j;
      i += 1;
      j += 1;
    } else if (table.grows(i, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Symbols that come more often than this have a mask of their own; the positions of others are put into one that all share. */
const often = 64;

class LengthRows {
  readonly #left: readonly string[];
  readonly #last: number;
  readonly #words: number;
  readonly #positions = new Map<string, number[]>();
  readonly #masks = new Map<string, Uint32Array>();
  readonly #shared: Uint32Array;
  readonly #blockRows: number;
  /** The rows at the lower edges of the blocks, from which those above are made. */
  readonly #edges: Uint32Array[] = [];
  #block = -1;
  #rows: Uint32Array[] = [];

  constructor(left: readonly string[], right: readonly string[]) {
    this.#left = left;
    this.#last = right.length - 1;
    this.#words = Math.ceil(right.length / 32);
    this.#shared = new Uint32Array(this.#words);
    this.#blockRows = Math.max(1, Math.ceil(Math.sqrt(left.length)));
    right.forEach((symbol, index) => {
      const known = this.#positions.get(symbol);
      if (known) known.push(this.#last - index);
      else this.#positions.set(symbol, [this.#last - index]);
    });
    // One below the last entry nothing is common yet: all bits are set.
    let row = new Uint32Array(this.#words).fill(0xffff_ffff);
    for (let i = left.length - 1; i >= 0; i -= 1) {
      if ((i + 1) % this.#blockRows === 0 || i === left.length - 1) this.#edges[Math.floor(i / this.#blockRows)] = row;
      row = this.#above(row, i);
    }
  }

  /** Whether leaving `right[j]` out of what is still to be compared with `left[i…]` costs a pair. */
  grows(i: number, j: number): boolean {
    const block = Math.floor(i / this.#blockRows);
    if (block !== this.#block) this.#fill(block);
    const row = this.#rows[i - block * this.#blockRows];
    const position = this.#last - j;
    return row !== undefined && ((row[position >>> 5] ?? 0) & (1 << (position & 31))) === 0;
  }

  #fill(block: number): void {
    const first = block * this.#blockRows;
    let row = this.#edges[block] ?? this.#shared;
    this.#rows = [];
    for (let i = Math.min(first + this.#blockRows, this.#left.length) - 1; i >= first; i -= 1) {
      row = this.#above(row, i);
      this.#rows[i - first] = row;
    }
    this.#block = block;
  }

  /** The row of entry `i`, made from the one below it. A bit that is not set is a place where the length grows. */
  #above(below: Uint32Array, i: number): Uint32Array<ArrayBuffer> {
    const row = new Uint32Array(this.#words);
    const positions = this.#positions.get(this.#left[i] ?? '') ?? [];
    const mask = positions.length > often ? this.#maskOf(this.#left[i] ?? '', positions) : this.#shared;
    if (mask === this.#shared) setBits(mask, positions);
    let carry = 0;
    for (let word = 0; word < row.length; word += 1) {
      const bits = below[word] ?? 0;
      const matching = mask[word] ?? 0;
      const sum = bits + ((bits & matching) >>> 0) + carry;
      carry = sum > 0xffff_ffff ? 1 : 0;
      row[word] = sum | (bits & ~matching);
    }
    if (mask === this.#shared) for (const position of positions) mask[position >>> 5] = 0;
    return row;
  }

  #maskOf(symbol: string, positions: readonly number[]): Uint32Array {
    const known = this.#masks.get(symbol);
    if (known) return known;
    const mask = new Uint32Array(this.#words);
    setBits(mask, positions);
    this.#masks.set(symbol, mask);
    return mask;
  }
}

function setBits(mask: Uint32Array, positions: readonly number[]): void {
  for (const position of positions) mask[position >>> 5] = (mask[position >>> 5] ?? 0) | (1 << (position & 31));
}
