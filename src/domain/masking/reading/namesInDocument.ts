import { isNameOfField } from '../secrets/valueOfSecret.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Frame } from './jsonFrame.ts';
import type { JsonTexts } from './jsonTexts.ts';
import { longestName, NamesInList } from './namesInList.ts';
import type { PrivateReader } from './privateReader.ts';
import { signs } from './textSigns.ts';

/** A string, with the signs of what it may hold. */
type Text = Stretch & { readonly found: number };

/** The names of secrets that stand in the lists of a document. */
export class NamesInDocument {
  readonly #reader: PrivateReader;
  readonly #texts: JsonTexts;

  constructor(reader: PrivateReader, texts: JsonTexts) {
    this.#reader = reader;
    this.#texts = texts;
  }

  /** A list may be names of secrets and secrets, one after the other. `sum` is that of its letters. */
  add(frame: Frame, { start, end, found }: Text, sum: number): void {
    const { count } = frame;
    if (count % 2 === 1) frame.names?.addValue(count, { start, end, found, isNumber: false });
    else if ((found & (signs.word | signs.wide)) !== 0 && end - start <= longestName) {
      const name = this.#texts.fieldName(start, end, found, sum);
      if (!name.isSecret) return;
      frame.names ??= new NamesInList(false);
      frame.names.addName(name, count);
    }
  }

  /** A list ends within another. */
  close({ names, count, called }: Frame, around: Frame): void {
    if (names?.mayBeColumns) around.columns = names.columnsOf(count);
    else around.names?.addColumn(called ?? '');
    if (names === undefined || this.#reader.soughtOnly) return;
    const meant = ({ start, end, found }: Text): string => this.#texts.meant(start, end, found);
    names.forSecrets(count, meant, (name, { start, end }) => this.#texts.cover(name, start, end));
  }

  /** Whether a string is one of several names: beside that of a secret in a list, or in a column of names. */
  isName({ list, headers }: Frame, { start, end, found }: Text): boolean {
    return list && !headers && end - start <= longestName && isNameOfField(this.#texts.meant(start, end, found));
  }
}
