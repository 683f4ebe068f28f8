import { digitsOf } from '../persons/digits.ts';
import { isSplitNumber, partOfNumber } from '../persons/splitNumbers.ts';
import type { LetterCodes } from '../text/letterCodes.ts';
import type { JsonTexts } from './jsonTexts.ts';
import type { PrivateReader } from './privateReader.ts';
import { signs } from './textSigns.ts';

/** What is longer is no part of a number; escaped, it takes up to six letters for each. */
const [longest, longestEscaped] = [8, 48];
/** More in a row than a number has are none, nor the letters of a text that is worth a look. */
const most = 400;
const [plus, parenthesis] = [43, 40];

export interface Value {
  readonly start: number;
  readonly end: number;
  readonly found: number;
  /** A number of JSON. */
  readonly isNumber: boolean;
}

/** Values of a list or an object that follow one another and may be one number, or the codes of the letters of one text. */
export class ValuesInRow {
  readonly #inList: boolean;
  readonly #name: string | undefined;
  #values: (Value & { readonly text: string })[] = [];

  /** `name` is what the list is called. */
  constructor(inList: boolean, name: string | undefined) {
    this.#inList = inList;
    this.#name = name;
  }

  /** Whether a value may be a part: most are not, by their length or their letters. */
  static mayHold(codes: LetterCodes, start: number, end: number, found: number): boolean {
    if (end === start) return false;
    if ((found & signs.encoded) !== 0) return end - start <= longestEscaped;
    if (end - start > longest || (found & (signs.word | signs.field | signs.at)) !== 0) return false;
    const first = codes[start] as number;
    return (first >= 48 && first <= 57) || first === plus || first === parenthesis || first > 127;
  }

  /** Adds a value that may be a part, when it is one. */
  add(texts: JsonTexts, reader: PrivateReader, value: Value): void {
    const text = texts.meant(value.start, value.end, value.found);
    if (partOfNumber.test(text)) this.#values.push({ ...value, text });
    else this.addOther(texts, reader);
  }

  /** A value that is none: in a list, what came before is all of it. */
  addOther(texts: JsonTexts, reader: PrivateReader): void {
    if (this.#inList) this.end(texts, reader);
  }

  /** Takes the one part that stands in an object of a list, where each object has one of them. */
  addFrom(object: ValuesInRow): void {
    const strings = object.#values.filter(({ isNumber }) => !isNumber);
    const [only, ...others] = strings.length > 0 ? strings : object.#values;
    if (only && others.length === 0) this.#values.push(only);
  }

  /** No more will come: finds out what they are. */
  end(texts: JsonTexts, reader: PrivateReader): void {
    const values = this.#values;
    if (values.length === 0) return;
    this.#values = [];
    if (values.length < 2 || values.length > most) return;
    const areNumbers = values.some(({ isNumber }) => isNumber);
    const parts = values.map(({ text }) => text);
    const isOne = isSplitNumber({ parts, inList: this.#inList, areNumbers, name: this.#name });
    if (!isOne && !(areNumbers && areCodes(parts, reader))) return;
    const value = digitsOf(parts.join(''));
    for (const { start, end, isNumber } of values) {
      reader.add(texts.place, { kind: 'number', start, end, value, quote: isNumber ? texts.place.quote : undefined });
    }
  }
}

/** Whether numbers are the codes of the letters of something private. Digits alone may be measures that lie close to one another. */
function areCodes(written: readonly string[], reader: PrivateReader): boolean {
  const areLetters = written.every((code) => /^(?:9|1[03]|3[2-9]|[4-9]\d|1[01]\d|12[0-6])$/.test(code));
  if (written.length < 7 || !areLetters) return false;
  const said = String.fromCharCode(...written.map(Number));
  return /\D/.test(said) && reader.isPrivate(said);
}
