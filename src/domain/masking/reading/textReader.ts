import { digitLetters } from '../persons/digits.ts';
import { findEmails } from '../persons/emails.ts';
import type { Party } from '../persons/parties.ts';
import { isNumberOf } from '../persons/parties.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import type { KnownSecret } from '../secrets/knownSecret.ts';
import { formOfSecret, shortestForm } from '../secrets/secretForms.ts';
import { nameOfSecret } from '../secrets/secretNames.ts';
import { findSecrets } from '../secrets/secretText.ts';
import { findBase64, shortestBase64 } from '../text/base64.ts';
import type { DecodedText, TextPlace } from '../text/decodedText.ts';
import { decode, wholeText } from '../text/decodedText.ts';
import { entities, jsonString, percent } from '../text/encodings.ts';
import type { Remembered } from '../text/remembered.ts';
import { JsonReader } from './jsonReader.ts';
import type { PrivatePart } from './privatePart.ts';
import { inOrder } from './privatePart.ts';
import type { PrivateReader } from './privateReader.ts';
import { SignReader, signs } from './textSigns.ts';
import { readXml } from './xmlReader.ts';

/** Text within text more often than this is covered as a whole. */
const deepest = 12;
/** What is longer hardly comes again. */
const longestRemembered = 120;

export interface ReadingOptions {
  /** Those whose own value is looked for. */
  readonly parties?: readonly Party[];
  /** Secrets that are looked for. */
  readonly known?: readonly KnownSecret[];
  /** Persons stay as they are. */
  readonly secretsOnly?: boolean;
  /** All else was found before. */
  readonly soughtOnly?: boolean;
  /** Texts that hold nothing, whoever reads them, as long as no value is looked for. */
  readonly empty?: Remembered<true>;
}

/** The one reader of text for everything that masks: decodes what is encoded, and looks through what it then says. */
export class TextReader implements PrivateReader {
  readonly soughtOnly: boolean;
  readonly #options: ReadingOptions;
  readonly #found: PrivatePart[] = [];
  readonly #parties: readonly Party[];
  readonly #known: readonly KnownSecret[];
  readonly #secretsOnly: boolean;
  readonly #empty: Remembered<true> | undefined;
  readonly #signs = new SignReader();

  constructor(options: ReadingOptions = {}) {
    const { parties = [], known = [], secretsOnly = false, soughtOnly = false, empty } = options;
    this.#options = options;
    this.#parties = secretsOnly ? [] : parties;
    this.#known = known;
    this.#secretsOnly = secretsOnly;
    this.soughtOnly = soughtOnly;
    this.#empty = this.looksEverywhere ? undefined : empty;
  }

  /** What is personal or secret in all that was read, in order. */
  get parts(): readonly PrivatePart[] {
    return inOrder(this.#found);
  }

  get count(): number {
    return this.#found.length;
  }

  hasSecret(value: string, since: number): boolean {
    for (let index = since; index < this.#found.length; index += 1) {
      const part = this.#found[index];
      if (part?.kind === 'secret' && part.value === value) return true;
    }
    return false;
  }

  get looksEverywhere(): boolean {
    return this.#parties.length + this.#known.length > 0;
  }

  secretKnownAs(text: string): string | undefined {
    return this.#known.find(({ value }) => value === text)?.value;
  }

  isParty(digits: string): boolean {
    return digits.length >= 5 && this.#parties.some((party) => isNumberOf(party, digits));
  }

  add(place: TextPlace, { kind, start, end, value, name, quote }: PrivatePart): void {
    if (start === end || (this.#secretsOnly && kind !== 'secret')) return;
    this.#found.push({ kind, start: place.at(start), end: place.at(end), value, name, quote });
  }

  read(text: string, place: TextPlace, headers = false): void {
    if (this.#mayHold(text)) this.readTelling(text, place, headers);
  }

  readTelling(text: string, place: TextPlace, headers = false): void {
    const empty = headers || text.length > longestRemembered ? undefined : this.#empty;
    if (empty && ((text.length <= 40 && ordinary.test(text)) || empty.get(text))) return;
    const before = this.#found.length;
    this.#read(text, place, headers);
    if (this.#found.length === before) empty?.set(text, true);
  }

  #read(text: string, place: TextPlace, headers: boolean): void {
    if (this.#isTooDeep(text, place)) return;
    if (/^\s*[{[("]/.test(text) && !/^[\s{[(]*\\+"/.test(text)) this.#readDocument(text, place, headers);
    else if (text.includes('<') && isXml.test(text)) this.#readXml(text, place);
    else if (!this.#readDecoded(text, place, headers)) this.#readPlain(text, place, headers);
  }

  readContent(text: string, place: TextPlace): void {
    if (!this.#mayHold(text)) return;
    if (/^\s*[{["]/.test(text)) this.#readDocument(text, place, false);
    else if (!this.#readDecoded(text, place, false)) this.#readPlain(text, place, false);
  }

  /** Who calls himself by a tag is found before the tags are told apart. */
  #readXml(text: string, place: TextPlace): void {
    this.#readSought(text, place);
    readXml(this, text, place);
  }

  #readDocument(text: string, place: TextPlace, headers: boolean): void {
    const json = new JsonReader(this, text, { place, headers });
    if (!json.read()) this.#readPlain(text, place, headers);
    // It may be a text that begins with somebody's words.
    else if (/^\s*"/.test(text)) this.#readSought(text, place);
  }

  #isTooDeep(text: string, place: TextPlace): boolean {
    if (place.depth <= deepest) return false;
    this.add(place, { kind: 'secret', start: 0, end: text.length, value: text, name: 'nested' });
    return true;
  }

  mayHold(text: string, found: number): boolean {
    if (this.soughtOnly) return this.#mayHoldSought(text, found) || this.#mayHoldBase64(text, found);
    if ((found & (signs.at | signs.nested)) !== 0) return true;
    if ((found & signs.digits) !== 0) {
      if (text.length <= 40 && ordinary.test(text)) return this.#mayHoldSought(text, found);
      if ((found & signs.tag) !== 0 || digitsInRow.test(text)) return true;
    }
    if ((found & signs.wide) !== 0 && otherDigit.test(text)) return true;
    if ((found & (signs.word | signs.wide)) !== 0) {
      // All that is escaped here are blanks and marks.
      const isEncoded = (found & signs.encoded) !== 0;
      const meant = isEncoded && escapedBlank.test(text) ? text.replaceAll(/\\[bfnrt]/g, ' ') : text;
      if (this.#mayNameSecret(meant, found)) return true;
      if (text.length >= shortestForm && formOfSecret.test(meant)) return true;
    }
    return this.#mayHoldBase64(text, found) || this.#mayHoldSought(text, found);
  }

  /** What people say to each other is none of it. */
  #mayHoldBase64(text: string, found: number): boolean {
    if (text.length < shortestBase64 || (found & signs.word) === 0) return false;
    return ((found & signs.document) !== 0 || !text.includes(' ')) && findBase64(text).length > 0;
  }

  #mayHoldSought(text: string, found: number): boolean {
    if (!this.looksEverywhere) return false;
    if ((found & signs.nested) !== 0 || this.#known.some((secret) => secret.mayStandIn(text))) return true;
    if (this.#parties.length === 0) return false;
    return (found & signs.encoded) !== 0 || this.#parties.some(({ pattern }) => text.search(pattern) >= 0);
  }

  #mayNameSecret(text: string, found: number): boolean {
    // Options of commands begin with a dash.
    if ((found & (signs.field | signs.document | signs.encoded | signs.dash)) === 0) return false;
    return nameOfSecret.test((found & signs.wide) === 0 ? text : text.normalize('NFKC'));
  }

  #mayHold(text: string): boolean {
    this.#signs.read(text, 0, noQuote);
    return this.mayHold(text, this.#signs.found);
  }

  /** Reads what a text is meant to say when all of it is escaped; false when it is not. */
  #readDecoded(text: string, place: TextPlace, headers: boolean): boolean {
    for (const encoding of [jsonString, entities]) {
      const decoded = decode(text, encoding, place);
      if (!decoded) continue;
      this.read(decoded.text, decoded.place, headers);
      return true;
    }
    return false;
  }

  #readPlain(text: string, place: TextPlace, headers: boolean): void {
    if (!this.soughtOnly) this.#readSecrets(text, place, headers);
    this.#readBase64(text, place);
    if (!text.includes('%')) {
      this.#readWords(text, place);
      return;
    }
    for (const { 0: run, index } of text.matchAll(encodedRun)) {
      const decoded = decode(run, percent, place, index);
      if (!decoded) continue;
      this.read(decoded.text, decoded.place);
      // As a form means it; within what is encoded again, a plus stands for itself.
      if (decoded.text.includes('+') && !decoded.text.includes('%'))
        this.read(decoded.text.replaceAll('+', ' '), decoded.place);
    }
    // A number may be encoded in parts.
    let meant: DecodedText = { text, place };
    for (let next: DecodedText | undefined = meant; next && next.place.depth <= deepest; ) {
      meant = next;
      next = decode(meant.text, percent, meant.place);
    }
    this.#readWords(meant.text, meant.place);
  }

  #readSecrets(text: string, place: TextPlace, headers: boolean): void {
    // In a form, a plus is a blank.
    for (const written of text.includes('+') && isForm.test(text) ? [text, text.replaceAll('+', ' ')] : [text]) {
      for (const { start, end, name } of findSecrets(written, headers)) {
        this.add(place, { kind: 'secret', start, end, value: text.slice(start, end), name });
      }
    }
  }

  /** Base64 that says something private is covered as a whole: its letters stand for parts of several. */
  #readBase64(text: string, place: TextPlace): void {
    for (const { said, start, end } of findBase64(text)) {
      const reader = new TextReader(this.#options);
      reader.read(said, { ...wholeText, depth: place.depth + 1 });
      const value = text.slice(start, end);
      if (reader.count > 0) this.add(place, { kind: 'secret', start, end, value, name: 'base64' });
    }
  }

  #readWords(text: string, place: TextPlace): void {
    this.#readSought(text, place);
    if (!this.#secretsOnly && !this.soughtOnly) this.#readPersons(text, place);
  }

  /** What is looked for wherever it stands. */
  #readSought(text: string, place: TextPlace): void {
    for (const { pattern } of this.#parties) {
      for (const { 0: value, index } of text.matchAll(pattern)) {
        this.add(place, { kind: 'party', start: index, end: index + value.length, value });
      }
    }
    for (const secret of this.#known) {
      for (const { start, end } of secret.find(text)) {
        this.add(place, { kind: 'secret', start, end, value: secret.value });
      }
    }
  }

  #readPersons(text: string, place: TextPlace): void {
    for (const { start, end } of findEmails(text)) {
      this.add(place, { kind: 'email', start, end, value: text.slice(start, end).toLowerCase() });
    }
    for (const { start, end, digits } of findPhoneNumbers(text)) {
      this.add(place, { kind: 'number', start, end, value: digits });
    }
  }
}

const isXml = /<[\p{L}_!/]/u;
/** Ids and times, which most strings with digits are. */
const ordinary =
  /^(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.Z:+-]*|(?=\d*[a-f])[\da-f]{24}|(?=\d*[a-f])[\da-f]{32})$/;
/** As many digits as a person's number has, with nothing but what joins them between. */
const digitsInRow = /(?:\d(?:[ ./,()+_\\%&\t\r\n>=\x80-\uFFFF-]|(?<=\\)[nrt])*){7}/;
const escapedBlank = /\\[bfnrt]/;
const otherDigit = new RegExp(`(?!\\d)[${digitLetters}]`, 'u');
const noQuote = -1;
const isForm = /^[^\s&=]{1,100}=[^\s&]*(?:&[^\s&=]{1,100}=[^\s&]*)*$/u;
/** What is percent-encoded, up to what separates parts of addresses and forms. */
const encodedRun = /(?<![\w.~%+*-])[\w.~+*-]*%(?:u[\da-f]{2})?[\da-f]{2}[\w.~%+*!'(),-]*/giu;
