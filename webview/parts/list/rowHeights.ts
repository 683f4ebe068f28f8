/** So many rows are summed up together: then a height that changes costs the same for any number of rows. */
const blockLength = 128;

/** How high the rows of a list are, as far as that is known, and where each begins. */
export class RowHeights {
  readonly #heights: Float64Array;
  readonly #blocks: Float64Array;

  /** `estimate`: how high a row may be before anybody saw it. */
  constructor(count: number, estimate: (index: number) => number) {
    this.#heights = Float64Array.from({ length: count }, (_, index) => estimate(index));
    this.#blocks = new Float64Array(Math.ceil(count / blockLength));
    for (let index = 0; index < count; index += 1) this.#addToBlock(index, this.heightOf(index));
  }

  get count(): number {
    return this.#heights.length;
  }

  get total(): number {
    return this.#blocks.reduce((sum, height) => sum + height, 0);
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0;
  }

  startOf(index: number): number {
    const block = blockOf(Math.min(index, this.count));
    let start = 0;
    for (let at = 0; at < block; at += 1) start += this.#blocks[at] ?? 0;
    for (let at = block * blockLength; at < index; at += 1) start += this.heightOf(at);
    return start;
  }

  set(index: number, height: number): void {
    this.#addToBlock(index, height - this.heightOf(index));
    this.#heights[index] = height;
  }

  #addToBlock(index: number, height: number): void {
    const block = blockOf(index);
    this.#blocks[block] = (this.#blocks[block] ?? 0) + height;
  }

  /** The row at so many pixels from the top: the first above all of them, the last below. */
  at(offset: number): number {
    let [block, index, left] = [0, 0, offset];
    for (; block < this.#blocks.length - 1 && left >= (this.#blocks[block] ?? 0); block += 1)
      left -= this.#blocks[block] ?? 0;
    for (index = block * blockLength; index < this.count - 1 && left >= this.heightOf(index); index += 1)
      left -= this.heightOf(index);
    return index;
  }
}

function blockOf(index: number): number {
  return Math.floor(index / blockLength);
}
