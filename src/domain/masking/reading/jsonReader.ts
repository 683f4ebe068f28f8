import type { Party } from '../persons/parties.ts';
import { readParty } from '../persons/parties.ts';
import { isNameOfField } from '../secrets/valueOfSecret.ts';
import type { TextPlace } from '../text/decodedText.ts';
import type { LetterCodes } from '../text/letterCodes.ts';
import { letterCodes } from '../text/letterCodes.ts';
import type { Stretch } from '../text/stretch.ts';
import type { Frame } from './jsonFrame.ts';
import { isPlainValue, newFrame, secretOf } from './jsonFrame.ts';
import type { StringSigns } from './jsonTexts.ts';
import { JsonTexts } from './jsonTexts.ts';
import type { JsonHandler } from './looseJson.ts';
import { readJsonTokens } from './looseJson.ts';
import { longestName, NamesInList } from './namesInList.ts';
import { OpenEntries } from './openEntries.ts';
import type { PrivateReader } from './privateReader.ts';
import { SaidInDocument } from './saidInDocument.ts';
import type { Meaning, MeaningOfSession, PlaceInDocument } from './sessionPlaces.ts';
import { elsewhere, isAtStep, isOfSession, meaningOf, placeWithin } from './sessionPlaces.ts';
import { signs } from './textSigns.ts';
import type { TextsOfDocument } from './textsOfDocument.ts';
import { ValuesInRow } from './valuesInRow.ts';

export interface JsonOptions {
  readonly place: TextPlace;
  readonly headers?: boolean;
  /** Those of the text, where they are known. */
  readonly codes?: LetterCodes | undefined;
  /** What is known of the document. */
  readonly root?: PlaceInDocument;
  /** Gets its values, for what is sought at its end. */
  readonly values?: TextsOfDocument;
}

/** Looks through JSON, and what is nearly JSON: values of secret names are secrets whatever they are, strings are read for what they say. */
export class JsonReader implements JsonHandler {
  readonly #reader: PrivateReader;
  readonly #texts: JsonTexts;
  readonly #values: TextsOfDocument | undefined;
  /** What is shorter is nobody's, and no secret that is known. */
  readonly #shortestNumber: number;
  /** Whether all numbers stand where JSON has a value. */
  #isInPlace = true;
  readonly #around: Frame[] = [];
  #frame: Frame;
  readonly #entries: OpenEntries;
  readonly #parties: Party[] = [];
  readonly #said: SaidInDocument;

  constructor(reader: PrivateReader, text: string, options: JsonOptions) {
    const { place, headers = false, codes = letterCodes(text), root = elsewhere, values } = options;
    this.#reader = reader;
    this.#texts = new JsonTexts(reader, { text, codes }, place);
    this.#values = values;
    this.#said = new SaidInDocument(this.#texts);
    this.#shortestNumber = reader.looksEverywhere ? 4 : 5;
    this.#frame = newFrame({
      list: false,
      inList: false,
      name: undefined,
      secret: undefined,
      headers,
      place: root,
      names: undefined,
      columns: undefined,
      cells: undefined,
    });
    this.#entries = new OpenEntries((called, start, end) => this.#texts.cover(called, start, end));
  }

  /** Whether it was JSON, cut off or not: then all of it was read. */
  read(): boolean {
    const strict = readJsonTokens(this.#texts.letters, this);
    while (this.#around.length > 0) this.close();
    this.#frame.row?.end(this.#texts, this.#reader);
    return strict && this.#isInPlace;
  }

  /** Who the session is of. */
  get parties(): readonly Party[] {
    return this.#parties;
  }

  /** What was said for secrets. */
  get said(): readonly string[] {
    return this.#said.secrets;
  }

  open(list: boolean): void {
    const around = this.#frame;
    const { key, headers, place, list: isInList } = around;
    const secret = secretOf(around);
    this.#entries.begin(around);
    this.#around.push(around);
    const mayBeNames =
      list && (isInList ? around.count === 0 && around.columns === undefined : key?.isColumns === true);
    this.#frame = newFrame({
      list,
      inList: isInList || key?.isIndex === true,
      name: key?.name,
      secret,
      headers: key === undefined || key.isIndex ? headers : key.isHeaders,
      place: list && key === undefined ? place : placeWithin(place, key?.name),
      names: mayBeNames ? new NamesInList(true) : undefined,
      columns: list && !isInList ? around.columns : undefined,
      cells: list && isInList ? around.columns : undefined,
    });
  }

  close(): void {
    const around = this.#around.pop();
    if (!around) return;
    this.#entries.close(this.#frame);
    if (this.#frame.names !== undefined || around.names !== undefined) this.#closeNames(this.#frame, around);
    this.#closeRow(this.#frame, around);
    if (this.#frame.place !== elsewhere && this.#frame.place !== around.place) this.#said.close(this.#frame.place);
    this.#frame = around;
    this.#entries.end(around);
  }

  comma(): void {
    this.#frame.key = undefined;
  }

  key(start: number, end: number, found: number, sum: number): void {
    const key = this.#texts.fieldName(start, end, found, sum);
    this.#frame.key = key;
    // A party who is called by a plain word is not looked for in names: they are the document's.
    if (!key.isWord) this.#look(start, end, found, sum);
  }

  string(start: number, end: number, found: number, sum: number): void {
    const frame = this.#frame;
    if (isPlainValue(frame)) {
      this.#entries.add(start, end);
      this.#addToRow(start, end, found, false);
      this.#look(start, end, found, sum);
      if (frame.list) this.#addToNames(start, end, found, sum);
      frame.count += 1;
      return;
    }
    const meaning = meaningOf(frame.place, frame.key?.name);
    // What it is by its place was found before.
    if (this.#reader.soughtOnly) {
      if (!isOfSession(meaning)) this.#look(start, end, found, sum);
      return;
    }
    const secret = secretOf(frame);
    const isName = secret !== undefined && frame.secret === undefined && this.#isNameInList(frame, start, end, found);
    this.#entries.begin(frame);
    this.#entries.add(start, end);
    if (isAtStep(meaning)) this.#said.add(meaning, start, end, found, sum);
    if (isOfSession(meaning)) this.#mean(meaning, start, end);
    else if (secret !== undefined && !isName) this.#cover(secret, start, end, found);
    else if (meaning === 'headers' || frame.key?.isHeaders) this.#headers(start, end, { found, sum }, meaning);
    else {
      this.#addToRow(start, end, found, false);
      this.#look(start, end, found, sum);
      // Tuples of Elixir and maps of Clojure have the brackets of an object.
      if (!frame.list && frame.key === undefined) this.#addToNames(start, end, found, sum);
    }
    frame.names?.addColumn(end - start <= longestName ? this.#texts.meant(start, end, found) : '');
    this.#rememberName(start, end, found, sum);
    this.#entries.end(frame);
  }

  bare(start: number, end: number): void {
    const frame = this.#frame;
    if (isPlainValue(frame)) {
      this.#entries.add(start, end);
      if (frame.list) this.#addToRow(start, end, 0, true);
      this.#number(start, end);
      frame.names?.addValue(frame.count, { start, end, found: 0, isNumber: true });
      frame.count += 1;
      return;
    }
    const meaning = meaningOf(frame.place, frame.key?.name);
    const secret = secretOf(frame);
    const isNull = this.#texts.text.startsWith('null', start);
    this.#entries.begin(frame);
    this.#entries.add(start, end);
    if (isAtStep(meaning)) this.#said.add(meaning, start, isNull ? start : end);
    if (isOfSession(meaning) && !isNull) this.#mean(meaning, start, end);
    else if (secret !== undefined) this.#texts.cover(secret, start, end);
    else {
      if (frame.list) this.#addToRow(start, end, 0, true);
      this.#number(start, end);
    }
    this.#entries.end(frame);
  }

  /** A list may be names of secrets and secrets, one after the other. */
  #addToNames(start: number, end: number, found: number, sum: number): void {
    const frame = this.#frame;
    const { count } = frame;
    if (count % 2 === 1) frame.names?.addValue(count, { start, end, found, isNumber: false });
    else if ((found & (signs.word | signs.wide)) !== 0 && end - start <= longestName) {
      const name = this.#texts.fieldName(start, end, found, sum);
      if (!name.isSecret) return;
      frame.names ??= new NamesInList(false);
      frame.names.addName(name, count);
    }
  }

  #closeNames({ names, count, called }: Frame, around: Frame): void {
    if (names?.mayBeColumns) around.columns = names.columnsOf(count);
    else around.names?.addColumn(called ?? '');
    if (names === undefined || this.#reader.soughtOnly) return;
    const meant = ({ start, end, found }: Stretch & { readonly found: number }): string =>
      this.#texts.meant(start, end, found);
    names.forSecrets(count, meant, (name, { start, end }) => this.#texts.cover(name, start, end));
  }

  /** Whether a string is one of several names: beside that of a secret in a list, or in a column of names. */
  #isNameInList({ list, headers }: Frame, start: number, end: number, found: number): boolean {
    return list && !headers && end - start <= longestName && isNameOfField(this.#texts.meant(start, end, found));
  }

  /** Most values are no part: what would be one is made of those that may be. */
  #addToRow(start: number, end: number, found: number, isNumber: boolean): void {
    const frame = this.#frame;
    const mayBePart = !this.#reader.soughtOnly && ValuesInRow.mayHold(this.#texts.letters.codes, start, end, found);
    if (frame.row === undefined) {
      if (!mayBePart) return;
      // The text may be no more than values with commas between.
      frame.row = new ValuesInRow(frame.list || this.#around.length === 0, frame.name);
    }
    if (mayBePart) frame.row.add(this.#texts, this.#reader, { start, end, found, isNumber });
    else frame.row.addOther(this.#texts, this.#reader);
  }

  #closeRow({ row, list }: Frame, around: Frame): void {
    if (row === undefined) {
      if (around.list) around.row?.end(this.#texts, this.#reader);
      return;
    }
    if (!list && around.list) {
      around.row ??= new ValuesInRow(true, around.name);
      around.row.addFrom(row);
    }
    row.end(this.#texts, this.#reader);
  }

  #look(start: number, end: number, found: number, sum: number): void {
    const isLoud = this.#texts.read(start, end, found, sum);
    this.#values?.addString(start, end, found, isLoud);
  }

  #cover(name: string, start: number, end: number, found: number): void {
    this.#texts.cover(name, start, end);
    this.#values?.addString(start, end, found, true);
  }

  #headers(start: number, end: number, signs: StringSigns, meaning: Meaning | undefined): void {
    this.#texts.headers(start, end, signs, meaning === 'headers');
    this.#values?.addString(start, end, signs.found, true);
  }

  #number(start: number, end: number): void {
    if (end - start >= shortestOfAll) this.#values?.addNumber(start, end, this.#frame.key?.isMeasure === true);
    if (end - start < this.#shortestNumber) return;
    this.#isInPlace = this.#texts.number(start, end, this.#frame.key?.isMeasure === true) && this.#isInPlace;
  }

  #rememberName(start: number, end: number, found: number, sum: number): void {
    const frame = this.#frame;
    if (frame.list ? !(frame.headers || frame.inList) : !frame.key?.isName) return;
    // An id is none.
    if ((found & (signs.word | signs.wide | signs.encoded)) === 0) {
      if (frame.list) frame.called = undefined;
      return;
    }
    const name = end - start <= longestName ? this.#texts.fieldName(start, end, found, sum) : undefined;
    const called = name?.isSecretHeader ? name.name : undefined;
    if (frame.list) frame.called = frame.count % 2 === 0 ? called : undefined;
    else frame.called ??= called;
  }

  #mean(meaning: MeaningOfSession, start: number, end: number): void {
    if (meaning === 'kept' || meaning === 'nodeId' || start === end) return;
    const party = readParty(meaning, this.#texts.meant(start, end, signs.encoded));
    if (!party) return;
    this.#parties.push(party);
    const quote = this.#texts.quoteOf(start);
    this.#reader.add(this.#texts.place, { kind: 'party', start, end, value: party.value, quote });
  }
}

/** What is shorter is no secret that is known, either. */
const shortestOfAll = 4;
