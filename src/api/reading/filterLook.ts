import type { FilterContradiction } from '../../domain/analysis/filterContradiction.ts';
import { readFilterContradiction } from '../../domain/analysis/filterContradiction.ts';
import { parseForValues } from '../../domain/json/parseForValues.ts';
import type { ReadRow } from './readRow.ts';
import { jsonOf } from './readRow.ts';

/** A service that leaves the filter out of account does so from the first sessions on, which may be long. */
const mostLookedAt = 50;
const mostBytes = 2 ** 20;

/** Holds the first sessions of a reading against its filter. */
export class FilterLook {
  #contradiction: FilterContradiction | undefined;
  #rowsLeft = mostLookedAt;
  #bytesLeft = mostBytes;
  #isUnheeded = false;

  constructor(filter: unknown) {
    this.#contradiction = readFilterContradiction(filter, new Date());
  }

  /** Whether it can't have found one of them. */
  get isUnheeded(): boolean {
    return this.#isUnheeded;
  }

  lookAt(rows: readonly ReadRow[]): void {
    for (const row of rows) {
      if (!this.#contradiction) return;
      this.#isUnheeded = this.#contradiction.holdsFor(parseForValues(jsonOf(row)));
      this.#rowsLeft -= 1;
      this.#bytesLeft -= row.bytes.length;
      if (this.#isUnheeded || this.#rowsLeft === 0 || this.#bytesLeft <= 0) this.#contradiction = undefined;
    }
  }
}
