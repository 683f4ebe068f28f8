import { isSecretField } from '../secrets/secretNames.ts';
import { areColumns, isCodeOf, isValueOf, looksLikeValue } from '../secrets/valueOfSecret.ts';
import type { Stretch } from '../text/stretch.ts';
import type { FieldName } from './fieldNames.ts';

/** What the columns of a table are covered for, by their places; undefined for those that are not. */
export type Columns = readonly (string | undefined)[];

/** A name is no longer. */
export const longestName = 80;

/** What stands behind the name of a secret in a list. */
interface ValueInList extends Stretch {
  readonly found: number;
  readonly isNumber: boolean;
}

/** The names in a list: those of columns, `[["user","password"],["jo","x"]]`, or of secrets beside them, `["pin","4321"]`. */
export class NamesInList {
  /** All that stands in it, where it may be names of columns. */
  readonly #columns: string[] | undefined;
  #pairs: { readonly name: string; readonly index: number; value?: ValueInList }[] | undefined;

  constructor(mayBeColumns: boolean) {
    this.#columns = mayBeColumns ? [] : undefined;
  }

  get mayBeColumns(): boolean {
    return this.#columns !== undefined;
  }

  addColumn(name: string): void {
    this.#columns?.push(name);
  }

  /** The name of a secret, at a place of the list. */
  addName({ name }: FieldName, index: number): void {
    this.#pairs ??= [];
    this.#pairs.push({ name, index });
  }

  /** A string or a number. */
  addValue(index: number, value: ValueInList): void {
    const last = this.#pairs?.at(-1);
    if (last?.index === index - 1) last.value = value;
  }

  /** The columns that these are the names of, when one is a secret's; `count` values stand in the list. */
  columnsOf(count: number): Columns | undefined {
    const names = this.#columns ?? [];
    const columns = names.map((name) => (isSecretField(name) ? name : undefined));
    if (names.length !== count || columns.every((column) => column === undefined)) return undefined;
    return areColumns(names) ? columns : undefined;
  }

  /** Tells the secrets that stand behind their names in a list of `count` values; `meant` says what one means. */
  forSecrets(
    count: number,
    meant: (value: ValueInList) => string,
    found: (name: string, value: ValueInList) => void,
  ): void {
    if (count % 2 === 1) return;
    for (const { name, value } of this.#pairs ?? []) {
      if (!value) continue;
      const text = meant(value);
      // A longer list is mostly one of names.
      const isTelling = count === 2 || (looksLikeValue(text) && /\d/.test(text));
      if (value.isNumber ? isCodeOf(name, text) : isValueOf(name, text) && isTelling) found(name, value);
    }
  }
}
