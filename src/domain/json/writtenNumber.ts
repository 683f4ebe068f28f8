/** A page has several scripts, each with a class of its own. */
const brand = Symbol.for('insights.writtenNumber');

/**
 * A number of JSON as it was written, where a double would be another number (`1234567890123456789`, `1e400`) or would be written
 * in another way (`12.50`). `parseJson` makes them and `writeJson` writes them; all other numbers are plain ones.
 */
export class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  get [brand](): boolean {
    return true;
  }

  toString(): string {
    return this.text;
  }

  /** The nearest double: for what reckons. */
  valueOf(): number {
    return Number(this.text);
  }

  /** For those who write without `writeJson`: still a number. */
  toJSON(): number {
    return Number(this.text);
  }
}

/** A number of JSON: plain where that is the number that was written. */
export function readNumber(text: string): number | WrittenNumber {
  const number = Number(text);
  return String(number) === text ? number : new WrittenNumber(text);
}

/** Whether a text is a number as JSON writes it. */
export function isJsonNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}
