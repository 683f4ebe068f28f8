/** What is left to chance in a sample: the same seed makes the same choices. */
export class Chance {
  readonly #next: () => number;

  constructor(next: () => number) {
    this.#next = next;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  /** True with a probability from 0 to 1. */
  of(probability: number): boolean {
    return this.#next() < probability;
  }

  one<const L extends readonly [unknown, ...unknown[]]>(list: L): L[number] {
    return list[Math.floor(this.#next() * list.length)];
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }

  hex(count: number): string {
    let text = '';
    while (text.length < count) text += (2 ** 32 + this.#next() * 2 ** 32).toString(16).slice(1, 9);
    return text.slice(0, count);
  }

  uuid(): string {
    const hex = this.hex(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
