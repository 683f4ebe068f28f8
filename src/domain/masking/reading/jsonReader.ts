import type { Header } from '../headers/headers.ts';
import { readHeaders } from '../headers/headers.ts';
import { isMeasure } from '../persons/notNumbers.ts';
import { numberDigits } from '../persons/numberDigits.ts';
import type { Party } from '../persons/parties.ts';
import { readParty } from '../persons/parties.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import { shortestForm } from '../secrets/secretForms.ts';
import { isSecretField, isSecretHeader } from '../secrets/secretNames.ts';
import { isNoSecret, secretsOfValue } from '../secrets/secretValues.ts';
import type { TextPlace } from '../text/decodedText.ts';
import { decode, partOf } from '../text/decodedText.ts';
import { jsonString } from '../text/encodings.ts';
import type { FieldName } from './fieldNames.ts';
import { readFieldName, readFieldNameAt } from './fieldNames.ts';
import type { JsonHandler } from './looseJson.ts';
import { readJsonTokens } from './looseJson.ts';
import type { PrivateReader } from './privateReader.ts';
import type { MeaningOfSession, PlaceInDocument } from './sessionPlaces.ts';
import { elsewhere, isOfSession, meaningOf, placeWithin } from './sessionPlaces.ts';
import { signs, tellingSigns } from './textSigns.ts';

/** An object or a list that is open. */
interface Frame {
  readonly list: boolean;
  readonly inList: boolean;
  /** The secret field that all of it belongs to, if one. */
  readonly secret: string | undefined;
  /** Whether its names are those of headers. */
  readonly headers: boolean;
  readonly place: PlaceInDocument;
  /** Whether what it stands in tells nothing of its values. */
  readonly isPlain: boolean;
  /** The name of the value that comes next. */
  key: FieldName | undefined;
  /** In an object, what its entry of names and values is called; in a list, the text in front when that is a name's place. */
  called: string | undefined;
  /** How many values it has so far. */
  count: number;
  /** Where the values of an entry begin and end among all values. */
  values: number[] | undefined;
}

export interface JsonOptions {
  readonly place: TextPlace;
  readonly headers?: boolean;
  /** What is known of the document. */
  readonly root?: PlaceInDocument;
}

/** Looks through JSON, and what is nearly JSON: values of secret names are secrets whatever they are, strings are read for what they say. */
export class JsonReader implements JsonHandler {
  readonly #reader: PrivateReader;
  readonly #text: string;
  readonly #place: TextPlace;
  /** What is shorter is nobody's, and no secret that is known. */
  readonly #shortestNumber: number;
  /** Whether all numbers stand where JSON has a value. */
  #isInPlace = true;
  #quoteWithin: string | undefined;
  readonly #around: Frame[] = [];
  #frame: Frame;
  /** Values of entries that are open. */
  #entries = 0;
  /** Where each value in them that is no object and no list begins and ends. */
  readonly #values: number[] = [];
  /** Values that are covered, from one to the one after the last. */
  readonly #covered = new Map<number, number>();
  readonly #parties: Party[] = [];
  #setsSecret = false;

  constructor(reader: PrivateReader, text: string, { place, headers = false, root = elsewhere }: JsonOptions) {
    this.#reader = reader;
    this.#text = text;
    this.#place = place;
    this.#shortestNumber = reader.looksEverywhere ? 4 : 5;
    this.#frame = newFrame({ list: false, inList: false, secret: undefined, headers, place: root });
  }

  /** Whether it was JSON, cut off or not: then all of it was read. */
  read(): boolean {
    const strict = readJsonTokens(this.#text, this);
    while (this.#around.length > 0) this.close();
    return strict && this.#isInPlace;
  }

  /** Who the session is of. */
  get parties(): readonly Party[] {
    return this.#parties;
  }

  /** Whether a step set a parameter that is called like a secret. */
  get setsSecret(): boolean {
    return this.#setsSecret;
  }

  open(list: boolean): void {
    const { key, headers, place, list: inList } = this.#frame;
    const secret = this.#secret();
    this.#begin();
    this.#around.push(this.#frame);
    this.#frame = newFrame({
      list,
      inList,
      secret,
      headers: key === undefined ? headers : key.isHeaders,
      place: list && key === undefined ? place : placeWithin(place, key?.name),
    });
  }

  close(): void {
    const around = this.#around.pop();
    if (!around) return;
    const { list, called, values } = this.#frame;
    if (!list && called !== undefined && values) this.#coverEntry(called, values);
    this.#frame = around;
    this.#end();
  }

  comma(): void {
    this.#frame.key = undefined;
  }

  key(start: number, end: number, found: number): void {
    const isPlain = (found & signs.encoded) === 0;
    const key = isPlain ? readFieldNameAt(this.#text, start, end) : readFieldName(this.#meant(start, end, found));
    this.#frame.key = key;
    // A party who is called by a plain word is not looked for in names: they are the document's.
    if (!key.isWord && this.#mayHold(start, end, found)) this.#look(start, end, found);
  }

  string(start: number, end: number, found: number): void {
    const frame = this.#frame;
    if (this.#isPlain(frame)) {
      if (this.#entries > 0) this.#values.push(start, end);
      if (this.#mayHold(start, end, found)) this.#look(start, end, found);
      frame.count += 1;
      return;
    }
    const meaning = meaningOf(frame.place, frame.key?.name);
    // What it is by its place was found before.
    if (this.#reader.soughtOnly) {
      if (!isOfSession(meaning) && this.#mayHold(start, end, found)) this.#look(start, end, found);
      return;
    }
    const secret = this.#secret();
    this.#begin();
    if (this.#entries > 0) this.#values.push(start, end);
    if (meaning === 'parameter') this.#setsSecret ||= isSecretField(this.#meant(start, end, found));
    if (isOfSession(meaning)) this.#mean(meaning, start, end);
    else if (secret !== undefined) this.#cover(secret, start, end);
    else if (meaning === 'headers' || frame.key?.isHeaders) this.#headers(start, end, found);
    else if (this.#mayHold(start, end, found)) this.#look(start, end, found);
    this.#rememberName(start, end, found);
    this.#end();
  }

  bare(start: number, end: number): void {
    const frame = this.#frame;
    if (this.#isPlain(frame)) {
      if (this.#entries > 0) this.#values.push(start, end);
      if (end - start >= this.#shortestNumber) this.#number(start, end);
      frame.count += 1;
      return;
    }
    const meaning = meaningOf(frame.place, frame.key?.name);
    const secret = this.#secret();
    this.#begin();
    if (this.#entries > 0) this.#values.push(start, end);
    if (isOfSession(meaning) && !this.#text.startsWith('null', start)) this.#mean(meaning, start, end);
    else if (secret !== undefined) this.#cover(secret, start, end);
    else if (end - start >= this.#shortestNumber) this.#number(start, end);
    this.#end();
  }

  /** Whether nothing is known of the value that comes now: neither by its name nor by what it stands in. */
  #isPlain({ isPlain, key, list }: Frame): boolean {
    return isPlain && (key === undefined ? list : key.isPlain);
  }

  /** Headers as text: what their own reader calls a secret is one, however it is written. */
  #headers(start: number, end: number, found: number): void {
    if (start === end) return;
    const since = this.#reader.count;
    const { headers, unread } = readHeaders(this.#meant(start, end, found));
    if (unread && meaningOf(this.#frame.place, this.#frame.key?.name) === 'headers') {
      this.#cover('headers', start, end);
      return;
    }
    if (this.#mayHold(start, end, found)) this.#look(start, end, found, true);
    for (const header of headers) {
      if (isSecretHeader(header.name)) this.#coverHeader(header, { start, end, since });
    }
  }

  #coverHeader({ name, value }: Header, { start, end, since }: { start: number; end: number; since: number }): void {
    const raw = this.#text.slice(start, end);
    const { text, place } = decode(raw, jsonString, this.#place, start) ?? {
      text: raw,
      place: partOf(this.#place, start),
    };
    for (const secret of secretsOfValue(name, value)) {
      const written = value.slice(secret.start, secret.end);
      if (this.#reader.hasSecret(written, since)) continue;
      const first = text.indexOf(written);
      // Written in another way, or too short to be told from all else.
      if (first < 0 || written.length < 4) {
        this.#cover('headers', start, end);
        return;
      }
      for (let at = first; at >= 0; at = text.indexOf(written, at + written.length)) {
        const part = { kind: 'secret', value: written, name: secret.name } as const;
        this.#reader.add(place, { ...part, start: at, end: at + written.length });
      }
    }
  }

  #begin(): void {
    const frame = this.#frame;
    if (frame.list || !frame.key?.isValue) return;
    frame.values ??= [];
    frame.values.push(this.#values.length);
    this.#entries += 1;
  }

  #end(): void {
    const frame = this.#frame;
    if (frame.values && frame.values.length % 2 === 1) {
      frame.values.push(this.#values.length);
      this.#entries -= 1;
    }
    frame.count += 1;
  }

  /** Covers the values of an entry whose name came after them. What lies within was covered before what is around it. */
  #coverEntry(called: string, ranges: readonly number[]): void {
    for (let range = 0; range < ranges.length; range += 2) {
      const first = ranges[range] ?? 0;
      const last = ranges[range + 1] ?? this.#values.length;
      let at = first;
      while (at < last) {
        const next = this.#covered.get(at);
        if (next === undefined) this.#cover(called, this.#values[at] ?? 0, this.#values[at + 1] ?? 0);
        at = next ?? at + 2;
      }
      if (last > first) this.#covered.set(first, last);
    }
  }

  /** What the value that comes now is a secret by, if it is one. */
  #secret(): string | undefined {
    const { secret, key, headers, list, inList, count, called } = this.#frame;
    if (secret !== undefined) return secret;
    if (key !== undefined) {
      if (headers ? key.isSecretHeader : key.isSecret) return key.name;
      return key.isValue ? called : undefined;
    }
    // A pair within a list, or headers' names and values in turn.
    return list && (headers || inList) && called !== undefined && count % 2 === 1 ? called : undefined;
  }

  #rememberName(start: number, end: number, found: number): void {
    const frame = this.#frame;
    if (frame.list ? !(frame.headers || frame.inList) : !frame.key?.isName) return;
    // An id is none.
    if ((found & (signs.word | signs.wide | signs.encoded)) === 0) {
      if (frame.list) frame.called = undefined;
      return;
    }
    const isName = end - start <= 80 && isSecretHeader(this.#meant(start, end, found));
    if (frame.list) frame.called = isName && frame.count % 2 === 0 ? this.#meant(start, end, found) : undefined;
    else if (isName) frame.called ??= this.#meant(start, end, found);
  }

  #meant(start: number, end: number, found: number): string {
    const raw = this.#text.slice(start, end);
    return (found & signs.encoded) === 0 ? raw : (decode(raw, jsonString, this.#place)?.text ?? raw);
  }

  #mean(meaning: MeaningOfSession, start: number, end: number): void {
    if (meaning === 'kept' || start === end) return;
    const value = this.#meant(start, end, signs.encoded);
    const party = readParty(meaning, value);
    if (!party) return;
    this.#parties.push(party);
    this.#reader.add(this.#place, { kind: 'party', start, end, value: party.value, quote: this.#quoteOf(start) });
  }

  /** What a number or a word of JSON needs around what takes its place. */
  #quoteOf(start: number): string | undefined {
    return /["']/.test(this.#text.charAt(start - 1)) ? undefined : this.#place.quote;
  }

  #cover(name: string, start: number, end: number): void {
    const raw = this.#text.slice(start, end);
    const decoded = raw.includes('\\') ? decode(raw, jsonString, this.#place, start) : undefined;
    const value = decoded?.text ?? raw;
    if (isNoSecret(value)) return;
    const quote = startsAsNumber.test(value) ? this.#quoteOf(start) : undefined;
    const [place, shift] = decoded ? [decoded.place, 0] : [this.#place, start];
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

  #number(start: number, end: number): void {
    const word = this.#text.slice(start, end);
    if (!/^\d/.test(word)) return;
    if (!this.#isWhole(start, end)) {
      this.#isInPlace = false;
      return;
    }
    const { key } = this.#frame;
    if (this.#reader.looksEverywhere && !(key && isMeasure(key.name))) {
      const secret = this.#reader.secretKnownAs(word);
      if (secret !== undefined) {
        const { quote } = this.#place;
        this.#reader.add(this.#place, { kind: 'secret', start, end, value: secret, quote });
        return;
      }
    }
    const digits = numberDigits(word);
    if (digits === undefined || digits.length < 5) return;
    const part = { kind: 'number', start, end, value: digits, quote: this.#place.quote } as const;
    if (this.#reader.isParty(digits)) this.#reader.add(this.#place, part);
    else if (digits.length >= 8 && !(key && isMeasure(key.name)) && findPhoneNumbers(digits).length === 1) {
      this.#reader.add(this.#place, part);
    }
  }

  /** Whether a word stands where JSON has a value. */
  #isWhole(start: number, end: number): boolean {
    let [before, after] = [start - 1, end];
    while (this.#text.charCodeAt(before) <= 32) before -= 1;
    while (this.#text.charCodeAt(after) <= 32) after += 1;
    return /[:,[]/.test(this.#text.charAt(before)) && /^[,\]}]?$/.test(this.#text.charAt(after));
  }

  #mayHold(start: number, end: number, found: number): boolean {
    const isTelling = (found & tellingSigns) !== 0 || ((found & signs.word) !== 0 && end - start >= shortestForm);
    if (!isTelling && !this.#reader.looksEverywhere) return false;
    return this.#reader.mayHold(this.#text.slice(start, end), found);
  }

  /** Within a string that begins at `start` and has nothing that is encoded. */
  #within(start: number): TextPlace {
    const { at, quote, depth } = this.#place;
    this.#quoteWithin ??= jsonString.quote(quote);
    return { at: (offset) => at(start + offset), quote: this.#quoteWithin, depth };
  }

  #look(start: number, end: number, found: number, headers = false): void {
    const raw = this.#text.slice(start, end);
    const decoded = (found & signs.encoded) === 0 ? undefined : decode(raw, jsonString, this.#place, start);
    if (!decoded) this.#reader.readTelling(raw, this.#within(start), headers);
    // It was looked at as it is written: what is escaped otherwise than as blanks and marks may be anything.
    else if ((found & signs.nested) === 0) this.#reader.readTelling(decoded.text, decoded.place, headers);
    else this.#reader.read(decoded.text, decoded.place, headers);
  }
}

const startsAsNumber = /^-?\d/;

function newFrame(of: Pick<Frame, 'list' | 'inList' | 'secret' | 'headers' | 'place'>): Frame {
  // Spelled out: a spread makes reading several times slower.
  const { list, inList, secret, headers, place } = of;
  const isPlain = secret === undefined && !(list && (headers || inList)) && place.all === undefined;
  return {
    list,
    inList,
    secret,
    headers,
    place,
    isPlain,
    key: undefined,
    called: undefined,
    count: 0,
    values: undefined,
  };
}
