import type { Party } from '../persons/parties.ts';
import { readParty } from '../persons/parties.ts';
import type { TextPlace } from '../text/decodedText.ts';
import type { LetterCodes } from '../text/letterCodes.ts';
import { letterCodes } from '../text/letterCodes.ts';
import type { Frame } from './jsonFrame.ts';
import { isPlainValue, newFrame, rootFrame, secretOf } from './jsonFrame.ts';
import type { StringSigns } from './jsonTexts.ts';
import { JsonTexts } from './jsonTexts.ts';
import type { JsonHandler } from './looseJson.ts';
import { readJsonTokens } from './looseJson.ts';
import { NamesInDocument } from './namesInDocument.ts';
import { longestName, NamesInList } from './namesInList.ts';
import { OpenEntries } from './openEntries.ts';
import type { PrivateReader } from './privateReader.ts';
import { RowsInDocument } from './rowsInDocument.ts';
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
  /** Nobody's is shorter, and no secret that is known. */
  readonly #shortestNumber: number;
  /** Whether all numbers stand where JSON has a value. */
  #isInPlace = true;
  readonly #around: Frame[] = [];
  #frame: Frame;
  readonly #entries: OpenEntries;
  readonly #rows: RowsInDocument;
  readonly #names: NamesInDocument;
  readonly #parties: Party[] = [];
  readonly #said: SaidInDocument;

  constructor(reader: PrivateReader, text: string, options: JsonOptions) {
    const { place, headers = false, codes = letterCodes(text), root = elsewhere, values } = options;
    this.#reader = reader;
    this.#texts = new JsonTexts(reader, { text, codes }, place);
    this.#values = values;
    this.#rows = new RowsInDocument(reader, this.#texts);
    this.#names = new NamesInDocument(reader, this.#texts);
    this.#said = new SaidInDocument(this.#texts);
    this.#shortestNumber = reader.looksEverywhere ? 4 : 5;
    this.#frame = rootFrame(headers, root);
    this.#entries = new OpenEntries((called, start, end) => this.#texts.cover(called, start, end));
  }

  /** Whether it was JSON, cut off or not: then all of it was read. */
  read(): boolean {
    const strict = readJsonTokens(this.#texts.letters, this);
    while (this.#around.length > 0) this.close();
    this.#rows.end(this.#frame);
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
    if (this.#frame.names !== undefined || around.names !== undefined) this.#names.close(this.#frame, around);
    this.#rows.close(this.#frame, around);
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
      if (frame.list) this.#names.add(frame, { start, end, found }, sum);
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
    const isName =
      secret !== undefined && frame.secret === undefined && this.#names.isName(frame, { start, end, found });
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
      if (!frame.list && frame.key === undefined) this.#names.add(frame, { start, end, found }, sum);
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
    else if (secret !== undefined) this.#texts.coverBare(secret, start, end);
    else {
      if (frame.list) this.#addToRow(start, end, 0, true);
      this.#number(start, end);
    }
    this.#entries.end(frame);
  }

  #addToRow(start: number, end: number, found: number, isNumber: boolean): void {
    const mayBePart = !this.#reader.soughtOnly && ValuesInRow.mayHold(this.#texts.letters.codes, start, end, found);
    if (!mayBePart && this.#frame.row === undefined) return;
    // The text may be no more than values with commas between.
    const isList = this.#frame.list || this.#around.length === 0;
    this.#rows.add(this.#frame, mayBePart ? { start, end, found, isNumber } : undefined, isList);
  }

  #look(start: number, end: number, found: number, sum: number): void {
    const isLoud = !this.#texts.isOfThing(this.#frame.key, start, end) && this.#texts.read(start, end, found, sum);
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
    const { key } = this.#frame;
    if (end - start >= shortestOfAll) this.#values?.addNumber(start, end, key?.isMeasure === true);
    if (end - start < this.#shortestNumber) return;
    const isOther = key?.isMeasure === true || this.#texts.isOfThing(key, start, end);
    this.#isInPlace = this.#texts.number(start, end, isOther) && this.#isInPlace;
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

const shortestOfAll = 4;
