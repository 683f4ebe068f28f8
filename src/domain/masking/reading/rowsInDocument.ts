import type { Frame } from './jsonFrame.ts';
import type { JsonTexts } from './jsonTexts.ts';
import type { PrivateReader } from './privateReader.ts';
import type { Value } from './valuesInRow.ts';
import { ValuesInRow } from './valuesInRow.ts';

/** The values of a document that follow one another and may be one number. */
export class RowsInDocument {
  readonly #reader: PrivateReader;
  readonly #texts: JsonTexts;

  constructor(reader: PrivateReader, texts: JsonTexts) {
    this.#reader = reader;
    this.#texts = texts;
  }

  /** A value that may be a part, or none. `isList`: what it stands in. */
  add(frame: Frame, value: Value | undefined, isList: boolean): void {
    frame.row ??= new ValuesInRow(isList, frame.name);
    if (value) frame.row.add(this.#texts, this.#reader, value);
    else frame.row.addOther(this.#texts, this.#reader);
  }

  /** An object or a list ends within another. */
  close({ row, list }: Frame, around: Frame): void {
    if (row === undefined) {
      if (around.list) this.end(around);
      return;
    }
    if (!list && around.list) {
      around.row ??= new ValuesInRow(true, around.name);
      around.row.addFrom(row);
    }
    row.end(this.#texts, this.#reader);
  }

  end({ row }: Frame): void {
    row?.end(this.#texts, this.#reader);
  }
}
