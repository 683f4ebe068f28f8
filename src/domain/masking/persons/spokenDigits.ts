import type { NumberWord } from '../text/numberWords.ts';
import { isEven } from './dialled.ts';

const [shortest, longest] = [7, 40];
/** So many of its digits are words, and so many are said one by one, that it counts nothing. */
const [fewestWords, fewestSingles, fewestInRow] = [3, 5, 3];
/** Digits that are said in pairs begin with one that no amount has. */
const fewestInPairs = 9;

/** The digits of a number, word by word as they are said. */
export class SpokenDigits {
  /** Where the last of them ends. */
  end: number;
  digits = '';
  readonly start: number;
  readonly #values: number[] = [];
  #languages = -1;
  #hasPlus = false;
  #words = 0;
  #singles = 0;
  #row = 0;
  #longestRow = 0;
  #powers = 0;
  /** How often the digit comes that is said next. */
  #times = 1;
  /** What the next word may belong to: the `seventy` of `seventy-seven`. */
  #tens = 0;

  constructor(start: number) {
    this.start = start;
    this.end = start;
  }

  /** Adds a word that ends at `end`; false when it does not go on with the number. */
  add(word: NumberWord | string, end: number): boolean {
    if (typeof word === 'string') {
      if (this.#times > 1 && word.length > 1) return false;
      this.#take(word.repeat(this.#times), Number(word), word.length === 1 ? this.#times : 0);
      this.end = end;
      return true;
    }
    const { kind, value, languages } = word;
    if ((this.#languages & languages) === 0) return false;
    if (kind === 'plus') {
      if (this.#hasPlus || this.digits !== '') return false;
      this.#hasPlus = true;
    } else if (kind === 'repeat') {
      if (this.#times > 1) return false;
      this.#times = value;
    } else if (this.#times > 1 && kind !== 'unit') return false;
    else if (kind === 'power') {
      this.#powers += 1;
      this.#take('0'.repeat(value), 10 ** value, 0);
    } else if (!this.#belongs(kind, value)) {
      this.#take(String(value).repeat(this.#times), value, kind === 'unit' ? this.#times : 0);
      this.#tens = kind === 'group' && value > 19 ? value : 0;
    }
    this.#languages &= languages;
    if (kind === 'plus') return true;
    this.#words += 1;
    if (kind === 'repeat') return true;
    this.end = end;
    return true;
  }

  /** Whether it is a number of a person: neither a count, nor an amount. */
  get isNumber(): boolean {
    const { digits } = this;
    if (digits.length < shortest || digits.length > longest || this.#words < fewestWords) return false;
    const kinds = new Set(digits);
    if (isEven(this.#values) || kinds.size < 3 || /^[123]+$/.test(digits)) return false;
    if (this.#powers < 2 && (this.#singles >= fewestSingles || this.#longestRow >= fewestInRow)) return true;
    return this.#powers === 0 && digits.length >= fewestInPairs && (this.#hasPlus || digits.startsWith('0'));
  }

  /** Whether a word only says more of the one before: `seventy-seven`. */
  #belongs(kind: NumberWord['kind'], value: number): boolean {
    if (kind !== 'unit' || value === 0 || this.#tens === 0) return false;
    const sum = this.#tens + value;
    this.digits = this.digits.slice(0, -2) + String(sum);
    this.#values[this.#values.length - 1] = sum;
    this.#tens = 0;
    return true;
  }

  #take(digits: string, value: number, singles: number): void {
    this.digits += digits;
    for (let time = 0; time < this.#times; time += 1) this.#values.push(value);
    this.#singles += singles;
    this.#row = singles === 0 ? 0 : this.#row + singles;
    this.#longestRow = Math.max(this.#longestRow, this.#row);
    this.#times = 1;
    this.#tens = 0;
  }
}
