import type { Header } from '../headers/header.ts';
import { readHeaders } from '../headers/headers.ts';
import { numberDigits } from '../persons/numberDigits.ts';
import { isNumberOfThing } from '../persons/numbersOfThings.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import { shortestForm } from '../secrets/secretForms.ts';
import { isSecretHeader } from '../secrets/secretNames.ts';
import { isNoSecret, isScheme, secretsOfValue } from '../secrets/secretValues.ts';
import type { TextPlace } from '../text/decodedText.ts';
import { decode, partOf, wholeText } from '../text/decodedText.ts';
import { jsonString } from '../text/encodings.ts';
import { isOrdinaryAt } from '../text/ordinaryIds.ts';
import type { FieldName } from './fieldNames.ts';
import { readFieldName, readFieldNameAt } from './fieldNames.ts';
import type { KnownText, KnownTexts } from './knownTexts.ts';
import type { Letters } from './looseJson.ts';
import type { PrivateReader } from './privateReader.ts';
import { signs, tellingSigns } from './textSigns.ts';

const startsAsNumber = /^-?\d/;

/** With a digit it may be `pin 123`. */
const shortestWith = (found: number): number => ((found & signs.digit) === 0 ? shortestForm : 7);

/** The signs of what a string may hold, and the sum of its letters. */
export interface StringSigns {
  readonly found: number;
  readonly sum: number;
}

/** The strings and numbers of a JSON text, as they are written there, for whom reads them for what is private. */
export class JsonTexts {
  readonly letters: Letters;
  readonly text: string;
  readonly place: TextPlace;
  readonly #reader: PrivateReader;
  #quoteWithin: string | undefined;

  constructor(reader: PrivateReader, letters: Letters, place: TextPlace) {
    this.#reader = reader;
    this.letters = letters;
    this.text = letters.text;
    this.place = place;
  }

  /** A string as it is meant; `found` are the signs of what it may hold. */
  meant(start: number, end: number, found: number): string {
    const raw = this.text.slice(start, end);
    return (found & signs.encoded) === 0 ? raw : (decode(raw, jsonString, this.place)?.text ?? raw);
  }

  /** A string as the name of a field; `sum` is that of its letters. */
  fieldName(start: number, end: number, found: number, sum: number): FieldName {
    const isPlain = (found & signs.encoded) === 0;
    return isPlain ? readFieldNameAt(this.letters, start, end, sum) : readFieldName(this.meant(start, end, found));
  }

  /** Looks through a string, and says whether a look was needed. `sum` is that of its letters. */
  read(start: number, end: number, found: number, sum: number): boolean {
    const reader = this.#reader;
    const isTelling =
      (found & tellingSigns) !== 0 || ((found & signs.word) !== 0 && end - start >= shortestWith(found));
    if (!isTelling && !reader.looksEverywhere) return false;
    if (!reader.looksEverywhere && isOrdinaryAt(this.letters.codes, start, end)) return false;
    const known = reader.known?.texts.find(this.letters, start, end, sum);
    if (known !== undefined && this.#add(known, start)) return known.isLoud;
    const raw = this.text.slice(start, end);
    const isLoud = reader.mayHold(raw, found);
    const { count } = reader;
    if (isLoud) this.look(start, end, found);
    this.#remember(reader.known?.texts, { text: raw, isLoud, parts: reader.partsSince(count) }, sum, start);
    return isLoud;
  }

  /** Adds what is known of a text that begins at `start`; false when that tells nothing here. */
  #add({ parts }: KnownText, start: number): boolean {
    if (parts.length > 0 && this.place !== wholeText) return false;
    for (const part of parts) {
      this.#reader.add(this.place, { ...part, start: part.start + start, end: part.end + start });
    }
    return true;
  }

  #remember(texts: KnownTexts | undefined, known: KnownText, sum: number, start: number): void {
    // Within what is decoded, places are others.
    if (this.place === wholeText || known.parts.length === 0) texts?.add(known, sum, start);
  }

  look(start: number, end: number, found: number, headers = false): void {
    const raw = this.text.slice(start, end);
    const decoded = (found & signs.encoded) === 0 ? undefined : decode(raw, jsonString, this.place, start);
    if (!decoded) this.#reader.readTelling(raw, this.#within(start), headers);
    // It was looked at as it is written: what is escaped otherwise than as blanks and marks may be anything.
    else if ((found & signs.nested) === 0) this.#reader.readTelling(decoded.text, decoded.place, headers);
    else this.#reader.read(decoded.text, decoded.place, headers);
  }

  /** Covers a value that is called like a secret, whatever it is. */
  cover(name: string, start: number, end: number): void {
    const raw = this.text.slice(start, end);
    const decoded = raw.includes('\\') ? decode(raw, jsonString, this.place, start) : undefined;
    const value = decoded?.text ?? raw;
    if (isNoSecret(value)) return;
    const quote = startsAsNumber.test(value) ? this.quoteOf(start) : undefined;
    const [place, shift] = decoded ? [decoded.place, 0] : [this.place, start];
    for (const { start: from, end: to, name: called } of secretsOfValue(name, value)) {
      const secret = value.slice(from, to);
      this.#reader.add(place, {
        kind: 'secret',
        start: shift + from,
        end: shift + to,
        value: secret,
        name: called,
        quote,
      });
    }
  }

  /** The same of a word without quotes: a scheme, and what is said of a count, are beside the value. */
  coverBare(name: string, start: number, end: number): void {
    const word = this.text.slice(start, end);
    if (!isScheme(word) && !(/^tokens$/i.test(name) && /^[a-z]+$/.test(word))) this.cover(name, start, end);
  }

  /** Headers as text: what their own reader calls a secret is one, however it is written. `areHeaders`: what cannot be read is covered. */
  headers(start: number, end: number, { found, sum }: StringSigns, areHeaders: boolean): void {
    if (start === end) return;
    const known = this.#reader.known?.headers.find(this.letters, start, end, sum);
    if (known !== undefined && this.#add(known, start)) return;
    const { count } = this.#reader;
    this.#readHeaders(start, end, found, areHeaders);
    const text = this.text.slice(start, end);
    const parts = this.#reader.partsSince(count);
    this.#remember(this.#reader.known?.headers, { text, isLoud: true, parts }, sum, start);
  }

  #readHeaders(start: number, end: number, found: number, areHeaders: boolean): void {
    const since = this.#reader.count;
    const { headers, unread } = readHeaders(this.meant(start, end, found));
    if (unread && areHeaders) {
      this.cover('headers', start, end);
      return;
    }
    if (this.#reader.mayHold(this.text.slice(start, end), found)) this.look(start, end, found, true);
    for (const header of headers) {
      if (isSecretHeader(header.name)) this.#coverHeader(header, { start, end, since });
    }
  }

  #coverHeader({ name, value }: Header, { start, end, since }: { start: number; end: number; since: number }): void {
    const raw = this.text.slice(start, end);
    const { text, place } = decode(raw, jsonString, this.place, start) ?? {
      text: raw,
      place: partOf(this.place, start),
    };
    for (const secret of secretsOfValue(name, value)) {
      const written = value.slice(secret.start, secret.end);
      if (this.#reader.hasSecret(written, since)) continue;
      const first = text.indexOf(written);
      // Written in another way, or too short to be told from all else.
      if (first < 0 || written.length < 4) {
        this.cover('headers', start, end);
        return;
      }
      for (let at = first; at >= 0; at = text.indexOf(written, at + written.length)) {
        const part = { kind: 'secret', value: written, name: secret.name } as const;
        this.#reader.add(place, { ...part, start: at, end: at + written.length });
      }
    }
  }

  /** Whether a value is the number of a thing, as its field's name says. */
  isOfThing(name: FieldName | undefined, start: number, end: number): boolean {
    return name?.isOfThings === true && end - start <= 10 && isNumberOfThing(this.text.slice(start, end));
  }

  /** A number, of a field that measures something or not. False when it stands where JSON has no value. */
  number(start: number, end: number, isOfMeasure: boolean): boolean {
    const word = this.text.slice(start, end);
    if (!startsAsNumber.test(word)) return true;
    if (!this.#isWhole(start, end)) return false;
    const reader = this.#reader;
    const { quote } = this.place;
    const secret = reader.looksEverywhere && !isOfMeasure ? reader.secretKnownAs(word) : undefined;
    if (secret !== undefined) reader.add(this.place, { kind: 'secret', start, end, value: secret, quote });
    // What takes a number for a sum may write it with a minus.
    const digits = secret === undefined ? numberDigits(word.replace(/^-/, '')) : undefined;
    if (digits === undefined || digits.length < 5) return true;
    const isPersons =
      reader.isParty(digits) ||
      (digits.length >= 8 &&
        !isOfMeasure &&
        !reader.soughtOnly &&
        findPhoneNumbers(word.startsWith('-') ? `-${digits}` : digits).length === 1);
    if (isPersons) reader.add(this.place, { kind: 'number', start, end, value: digits, quote });
    return true;
  }

  /** What a number or a word of JSON needs around what takes its place. */
  quoteOf(start: number): string | undefined {
    return /["']/.test(this.text.charAt(start - 1)) ? undefined : this.place.quote;
  }

  /** Whether a word stands where JSON has a value. */
  #isWhole(start: number, end: number): boolean {
    let [before, after] = [start - 1, end];
    while (this.text.charCodeAt(before) <= 32) before -= 1;
    while (this.text.charCodeAt(after) <= 32) after += 1;
    return /[:,[]/.test(this.text.charAt(before)) && /^[,\]}]?$/.test(this.text.charAt(after));
  }

  /** Within a string that begins at `start` and has nothing that is encoded. */
  #within(start: number): TextPlace {
    const { at, quote, depth } = this.place;
    this.#quoteWithin ??= jsonString.quote(quote);
    return { at: (offset) => at(start + offset), quote: this.#quoteWithin, depth };
  }
}
