/** A set of documents by their number, one bit each. Whole sets combine 32 documents at a time. */
export class DocSet {
  readonly size: number;
  readonly #bits: Uint32Array;

  constructor(size: number, bits = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.#bits = bits;
  }

  static all(size: number): DocSet {
    const bits = new Uint32Array((size + 31) >>> 5).fill(0xffffffff);
    if (size & 31) bits[bits.length - 1] = 2 ** (size & 31) - 1;
    return new DocSet(size, bits);
  }

  copy(): DocSet {
    return new DocSet(this.size, this.#bits.slice());
  }

  add(doc: number): void {
    const at = doc >>> 5;
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (doc & 31));
  }

  remove(doc: number): void {
    const at = doc >>> 5;
    this.#bits[at] = (this.#bits[at] ?? 0) & ~(1 << (doc & 31));
  }

  has(doc: number): boolean {
    return ((this.#bits[doc >>> 5] ?? 0) & (1 << (doc & 31))) !== 0;
  }

  /** Keeps only what `other` has too. */
  keep(other: DocSet): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] ?? 0) & (other.#bits[i] ?? 0);
  }

  /** Adds everything that `other` has. */
  join(other: DocSet): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] ?? 0) | (other.#bits[i] ?? 0);
  }

  /** Takes out everything that `other` has. */
  drop(other: DocSet): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = (this.#bits[i] ?? 0) & ~(other.#bits[i] ?? 0);
  }

  /** The documents' numbers, ascending. */
  numbers(): Uint32Array {
    const found = new Uint32Array(this.#count());
    let at = 0;
    for (let i = 0; i < this.#bits.length; i++) {
      let word = this.#bits[i] ?? 0;
      while (word !== 0) {
        found[at++] = (i << 5) + 31 - Math.clz32(word & -word);
        word &= word - 1;
      }
    }
    return found;
  }

  #count(): number {
    let count = 0;
    for (let word of this.#bits) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }
}
