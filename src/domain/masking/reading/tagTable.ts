import { isSecretField, isSecretHeader } from '../secrets/secretNames.ts';
import { areColumns, isNameOfField, isValueOf, saysState } from '../secrets/valueOfSecret.ts';
import type { Stretch } from '../text/stretch.ts';

interface Cell {
  readonly isHead: boolean;
  text: string;
  readonly pieces: Stretch[];
}

/** A table of HTML: what stands below the name of a secret, or behind it in a row of two, is one. */
export class TagTable {
  readonly #cover: (name: string, piece: Stretch) => void;
  #columns: readonly (string | undefined)[] | undefined;
  #row: Cell[] = [];
  #isOpen = false;
  #rows = 0;

  constructor(cover: (name: string, piece: Stretch) => void) {
    this.#cover = cover;
  }

  /** A tag, in small letters, begins or ends. */
  tag(name: string, close: boolean): void {
    if (name === 'table' || name === 'tr') this.endRow();
    if (name === 'table') {
      this.#columns = undefined;
      this.#rows = 0;
    }
    if (name !== 'td' && name !== 'th') return;
    this.#isOpen = !close;
    if (!close) this.#row.push({ isHead: name === 'th', text: '', pieces: [] });
  }

  /** A text that stands at a place. */
  add(text: string, piece: Stretch): void {
    const cell = this.#isOpen ? this.#row.at(-1) : undefined;
    if (!cell) return;
    cell.text += text;
    cell.pieces.push(piece);
  }

  endRow(): void {
    const row = this.#row;
    this.#row = [];
    this.#isOpen = false;
    if (row.length === 0) return;
    const texts = row.map(({ text }) => text.trim().replace(/\s?[:*]$/, ''));
    this.#rows += 1;
    if (this.#rows === 1 && (row.every(({ isHead }) => isHead) || areColumns(texts)) && texts.some(isSecretField)) {
      this.#columns = texts.map((name) => (isSecretField(name) ? name : undefined));
      const [name = '', value = ''] = texts;
      if (row.length !== 2 || isNameOfField(value) || !isValueOf(name, value)) return;
    }
    if (this.#addPair(row, texts)) return;
    this.#columns?.forEach((name, index) => {
      if (name !== undefined) this.#coverCell(name, row[index]);
    });
  }

  #addPair(row: readonly Cell[], [name = '', value = '']: readonly string[]): boolean {
    const [first, second] = row;
    if (!first || !second || row.length !== 2 || !isSecretHeader(name)) return false;
    const isNamed = first.isHead && !second.isHead && !saysState(value);
    if (!isNamed && (isNameOfField(value) || !isSecretField(name) || !isValueOf(name, value))) return false;
    this.#coverCell(name, second);
    return true;
  }

  #coverCell(name: string, cell: Cell | undefined): void {
    for (const piece of cell?.pieces ?? []) this.#cover(name, piece);
  }
}
