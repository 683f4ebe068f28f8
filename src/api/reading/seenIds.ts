const firstSize = 1024;

/**
 * Ids that were met, by two 32-bit hashes of each, so that millions take little memory. That two of a million are taken for one has a chance
 * of one in thirty million.
 */
export class SeenIds {
  #high = new Uint32Array(firstSize);
  #low = new Uint32Array(firstSize);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Whether it was met already, at that time where one is given; it is remembered from now on. */
  meets(id: string, time = 0): boolean {
    const { high, low } = hashesOf(id, time);
    const at = this.#placeOf(high, low);
    if (this.#high[at] !== 0) return true;
    this.#put(at, high, low);
    if (++this.#count * 2 > this.#high.length) this.#grow();
    return false;
  }

  has(id: string): boolean {
    const { high, low } = hashesOf(id);
    return this.#high[this.#placeOf(high, low)] !== 0;
  }

  #placeOf(high: number, low: number): number {
    const mask = this.#high.length - 1;
    let at = low & mask;
    while (this.#high[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low)) at = (at + 1) & mask;
    return at;
  }

  #put(at: number, high: number, low: number): void {
    this.#high[at] = high;
    this.#low[at] = low;
  }

  #grow(): void {
    const [highs, lows] = [this.#high, this.#low];
    this.#high = new Uint32Array(highs.length * 2);
    this.#low = new Uint32Array(highs.length * 2);
    for (let at = 0; at < highs.length; at++) {
      const [high = 0, low = 0] = [highs[at], lows[at]];
      if (high !== 0) this.#put(this.#placeOf(high, low), high, low);
    }
  }
}

/** Two mixes of the same letters, as in MurmurHash3. `high` is never 0, which stands for an empty place. */
function hashesOf(text: string, time = 0): { readonly high: number; readonly low: number } {
  const [fine, coarse] = [time % 0x1_0000_0000, Math.floor(time / 0x1_0000_0000)];
  let [high, low] = [0x9747b28c ^ text.length ^ fine, 0x85ebca6b ^ text.length ^ Math.imul(fine, 0x9e3779b1) ^ coarse];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    high = Math.imul(high ^ letter, 0x5bd1e995);
    high ^= high >>> 15;
    low = Math.imul(low ^ letter, 0xcc9e2d51);
    low ^= low >>> 13;
  }
  return { high: mixed(high) || 1, low: mixed(low) };
}

function mixed(hash: number): number {
  let mixing = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return (mixing ^ (mixing >>> 16)) >>> 0;
}
