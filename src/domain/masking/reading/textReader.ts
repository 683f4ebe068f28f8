import { digitLetters } from '../persons/digits.ts';
import { findEmails } from '../persons/emails.ts';
import type { Party } from '../persons/parties.ts';
import { isNumberOf } from '../persons/parties.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import type { KnownSecret } from '../secrets/knownSecret.ts';
import { formOfSecret, shortestForm } from '../secrets/secretForms.ts';
import { nameOfSecret } from '../secrets/secretNames.ts';
import { secretsOfProse } from '../secrets/secretProse.ts';
import { secretsOfTables } from '../secrets/secretTables.ts';
import { findSecrets } from '../secrets/secretText.ts';
import type { SecretStretch } from '../secrets/secretValues.ts';
import { findBase64, shortestBase64 } from '../text/base64.ts';
import type { DecodedText, Encoding, TextPlace } from '../text/decodedText.ts';
import { decode, partOf, wholeText } from '../text/decodedText.ts';
import {
  disguise,
  entities,
  isDisguised,
  isQuotedPrintable,
  jsonString,
  percent,
  quotedPrintable,
  quotedRun,
} from '../text/encodings.ts';
import { mayHoldHexadecimal } from '../text/hexadecimal.ts';
import { letterCodes } from '../text/letterCodes.ts';
import { ordinary } from '../text/ordinaryIds.ts';
import { findPacked } from '../text/packedTexts.ts';
import type { DocumentWithin } from './documentsWithin.ts';
import { findDocuments } from './documentsWithin.ts';
import { JsonReader } from './jsonReader.ts';
import type { PrivatePart } from './privatePart.ts';
import { inOrder } from './privatePart.ts';
import type { PrivateReader } from './privateReader.ts';
import { SignReader, signs } from './textSigns.ts';
import { readXml } from './xmlReader.ts';

/** Text within text more often than this is covered as a whole. */
const deepest = 12;

export interface ReadingOptions {
  /** Those whose own value is looked for. */
  readonly parties?: readonly Party[];
  /** Secrets that are looked for. */
  readonly secrets?: readonly KnownSecret[];
  /** Persons stay as they are. */
  readonly secretsOnly?: boolean;
  /** All else was found before. */
  readonly soughtOnly?: boolean;
  /** What is known of texts that were read before, with the same options and no value to look for. */
  readonly before?: PrivateReader['known'];
}

/** The one reader of text for everything that masks: decodes what is encoded, and looks through what it then says. */
export class TextReader implements PrivateReader {
  readonly soughtOnly: boolean;
  readonly known: PrivateReader['known'];
  readonly #options: ReadingOptions;
  readonly #found: PrivatePart[] = [];
  readonly #parties: readonly Party[];
  readonly #secrets: readonly KnownSecret[];
  readonly #secretsOnly: boolean;
  readonly #signs = new SignReader();

  constructor(options: ReadingOptions = {}) {
    const { parties = [], secrets = [], secretsOnly = false, soughtOnly = false, before } = options;
    this.#options = options;
    this.#parties = secretsOnly ? [] : parties;
    this.#secrets = secrets;
    this.#secretsOnly = secretsOnly;
    this.soughtOnly = soughtOnly;
    this.known = this.looksEverywhere ? undefined : before;
  }

  /** What is personal or secret in all that was read, in order. */
  get parts(): readonly PrivatePart[] {
    return inOrder(this.#found);
  }

  get count(): number {
    return this.#found.length;
  }

  partsSince(count: number): readonly PrivatePart[] {
    return count === this.#found.length ? none : this.#found.slice(count);
  }

  hasSecret(value: string, since: number): boolean {
    for (let index = since; index < this.#found.length; index += 1) {
      const part = this.#found[index];
      if (part?.kind === 'secret' && part.value === value) return true;
    }
    return false;
  }

  get looksEverywhere(): boolean {
    return this.#parties.length + this.#secrets.length > 0;
  }

  secretKnownAs(text: string): string | undefined {
    return this.#secrets.find(({ value }) => value === text)?.value;
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

  isPrivate(text: string, depth = 1): boolean {
    const reader = new TextReader(this.#options);
    reader.read(text, { ...wholeText, depth });
    return reader.count > 0;
  }

  readTelling(text: string, place: TextPlace, headers = false): void {
    if (!headers && !this.looksEverywhere && text.length <= 40 && ordinary.test(text)) return;
    if (this.#isTooDeep(text, place)) return;
    const isDocument = /^\s*[{[("]/.test(text) && !/^[\s{[(]*\\+"/.test(text);
    // A line of a log begins with a bracket, too.
    if (isDocument && this.#readDocument(text, place, headers)) return;
    if (text.includes('<') && isXml.test(text) && !(isDocument && isOneDocument(text))) this.#readXml(text, place);
    else if (isDocument) return;
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
    // A mark of a tag may be one of a document.
    if (!this.soughtOnly) this.#readDocuments(findDocuments(text).filter(isWhole), text, place, false);
    readXml(this, text, place);
  }

  /** Whether it was a document from its beginning to its end. */
  #readDocument(text: string, place: TextPlace, headers: boolean): boolean {
    const json = new JsonReader(this, text, { place, headers });
    const isDocument = json.read();
    if (!isDocument) this.#readPlain(text, place, headers);
    // It may be a text that begins with somebody's words.
    else if (/^\s*"/.test(text)) {
      this.#readSought(text, place);
      // Or a table whose cells stand in quotes.
      if (!this.soughtOnly) this.#addSecrets(secretsOfTables(text), text, place);
    }
    return isDocument;
  }

  /** Reads documents within a text; one that is all of it was read already. */
  #readDocuments(documents: readonly DocumentWithin[], text: string, place: TextPlace, headers: boolean): void {
    for (const { start, end, isCutOff } of documents) {
      if (end - start === text.length) continue;
      const [part, at] = [text.slice(start, end), partOf(place, start)];
      if (!new JsonReader(this, part, { place: at, headers }).read() && !isCutOff) this.#readSecrets(part, at, headers);
    }
  }

  #isTooDeep(text: string, place: TextPlace): boolean {
    if (place.depth <= deepest) return false;
    this.add(place, { kind: 'secret', start: 0, end: text.length, value: text, name: 'nested' });
    return true;
  }

  mayHold(text: string, found: number): boolean {
    if (this.soughtOnly) return this.#mayHoldSought(text, found) || this.#mayHoldPacked(text, found);
    if ((found & (signs.at | signs.nested)) !== 0) return true;
    if ((found & signs.digits) !== 0) {
      if (text.length <= 40 && ordinary.test(text)) return this.#mayHoldSought(text, found);
      if ((found & signs.tag) !== 0 || digitsInRow.test(text) || digitsApart.test(text) || behindPlus.test(text))
        return true;
    }
    if ((found & signs.wide) !== 0 && (otherDigit.test(text) || isDisguised.test(text))) return true;
    if ((found & signs.field) !== 0 && isQuotedPrintable.test(text)) return true;
    if ((found & (signs.word | signs.wide)) !== 0) {
      // All that is escaped here are blanks and marks.
      const isEncoded = (found & signs.encoded) !== 0;
      const meant = isEncoded && escapedBlank.test(text) ? text.replaceAll(/\\[bfnrt]/g, ' ') : text;
      if (this.#mayNameSecret(meant, found)) return true;
      if (text.length >= shortestForm && formOfSecret.test(meant)) return true;
    }
    return this.#mayHoldPacked(text, found) || this.#mayHoldSought(text, found);
  }

  #mayHoldPacked(text: string, found: number): boolean {
    if ((found & signs.digits) !== 0 && mayHoldHexadecimal(text)) return true;
    if (text.length < shortestBase64 || (found & signs.word) === 0) return false;
    // What people say to each other has shorter words.
    return longWord.test(text) && findBase64(text).length > 0;
  }

  #mayHoldSought(text: string, found: number): boolean {
    if (!this.looksEverywhere) return false;
    if ((found & signs.nested) !== 0 || this.#secrets.some((secret) => secret.mayStandIn(text))) return true;
    if (this.#parties.length === 0) return false;
    return (found & signs.encoded) !== 0 || this.#parties.some(({ pattern }) => text.search(pattern) >= 0);
  }

  #mayNameSecret(text: string, found: number): boolean {
    if (!nameOfSecret.test((found & signs.wide) === 0 ? text : text.normalize('NFKC'))) return false;
    if ((found & (signs.field | signs.document | signs.encoded | signs.dash)) !== 0) return true;
    return betweenCells.test(text) || secretsOfProse(text).length > 0;
  }

  #mayHold(text: string): boolean {
    this.#signs.read(letterCodes(text), 0, text.length, noQuote);
    return this.mayHold(text, this.#signs.found);
  }

  /** Reads what a text is meant to say when all of it is escaped; false when it is not. */
  #readDecoded(text: string, place: TextPlace, headers: boolean): boolean {
    this.#readPacked(text, place);
    for (const encoding of [jsonString, entities]) {
      if (!text.includes(encoding.mark)) continue;
      const rest = encoding === jsonString ? this.#withoutDocuments(text, place, headers) : text;
      const decoded = decode(rest, encoding, place);
      // A quote that is escaped ends no secret in quotes that are not.
      if (encoding === jsonString && decoded && !this.soughtOnly) {
        const isQuoted = ({ start, end }: SecretStretch): boolean =>
          /(?<!\\)["']$/.test(rest.slice(Math.max(0, start - 2), start)) && /\\["']/.test(rest.slice(start, end));
        this.#addSecrets(findSecrets(rest, headers).filter(isQuoted), rest, place);
      }
      if (decoded) this.read(decoded.text, decoded.place, headers);
      else if (rest !== text) this.#readPlain(rest, place, headers);
      else continue;
      return true;
    }
    return false;
  }

  /** Reads the documents in a text whose escapes are those of their strings, and leaves blanks for them. */
  #withoutDocuments(text: string, place: TextPlace, headers: boolean): string {
    const documents = this.soughtOnly ? [] : findDocuments(text).filter(isWhole);
    if (documents.length === 0) return text;
    this.#readDocuments(documents, text, place, headers);
    const ends = new Map(documents.map(({ start, end }) => [start, end]));
    for (const { start, end, name } of findSecrets(text, headers)) {
      // One may be the value of what is called like a secret, behind its bracket or its first quote.
      const close = (ends.get(start - 1) ?? ends.get(start - 2) ?? Number.POSITIVE_INFINITY) - 1;
      if (close <= end) this.add(place, { kind: 'secret', start, end: close, value: text.slice(start, close), name });
    }
    let [rest, at] = ['', 0];
    for (const { start, end } of documents) {
      rest += text.slice(at, start) + ' '.repeat(end - start);
      at = end;
    }
    return rest + text.slice(at);
  }

  #readPlain(text: string, place: TextPlace, headers: boolean): void {
    if (!this.soughtOnly) this.#readDocuments(findDocuments(text), text, place, headers);
    if (!this.soughtOnly) this.#readSecrets(text, place, headers);
    this.#readDisguised(text, place, headers);
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
      this.#addSecrets(findSecrets(written, headers), text, place);
    }
  }

  #addSecrets(secrets: readonly SecretStretch[], text: string, place: TextPlace): void {
    for (const { start, end, name } of secrets) {
      this.add(place, { kind: 'secret', start, end, value: text.slice(start, end), name });
    }
  }

  /** What is packed and says something private is covered as a whole: its letters stand for parts of several. */
  #readPacked(text: string, place: TextPlace): void {
    for (const { said, start, end } of findPacked(text)) {
      const value = text.slice(start, end);
      if (this.isPrivate(said, place.depth + 1))
        this.add(place, { kind: 'secret', start, end, value, name: 'encoded' });
    }
  }

  /** What is meant by a text that also says something as it is. */
  #readDisguised(text: string, place: TextPlace, headers: boolean): void {
    if (isDisguised.test(text)) this.#readAs(disguise, text, place, headers);
    if (!text.includes('=') || !isQuotedPrintable.test(text)) return;
    this.#readAs(quotedPrintable, text, place, headers);
    // A part may be a document by itself.
    for (const { 0: run, index } of text.matchAll(quotedRun)) {
      if (run.length < text.length) this.#readAs(quotedPrintable, run, partOf(place, index), headers);
    }
  }

  #readAs(encoding: Encoding, text: string, place: TextPlace, headers: boolean): void {
    const decoded = decode(text, encoding, place);
    if (decoded) this.read(decoded.text, decoded.place, headers);
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
    for (const secret of this.#secrets) {
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
/** As many digits as a person's number has, with nothing but what joins them between. */
const digitsInRow = /(?:\d(?:[ ./,()+_~*\\%&\t\r\n>=\x80-\uFFFF-]|(?<=\\)[nrt])*){7}/;
/** Single digits with other marks between, and values of a document that may be parts of a number. */
const digitsApart =
  /(?:\d[^\dA-Za-z]{1,3}){7}\d|(?:^|[[:,])\s{0,60}\\{0,16}["']?(?:\+|[+(]?\d[\d ()-]{0,6})\\{0,16}["']?\s{0,60}[},\]][\s},{\]]{0,60}(?:\\{0,16}["'][\w-]{1,40}\\{0,16}["']\s{0,9}:\s{0,9})?\\{0,16}["']?\d[\d ()-]{0,6}\\{0,16}["']?\s{0,60}[},\]]/;
const behindPlus = /\+\d{1,4}[^\dA-Za-z\n]{1,3}\d/;
const betweenCells = /[,;|│\t\n\r]/;
const escapedBlank = /\\[bfnrt]/;
const longWord = /(?<![\w+/-])[\w+/-]{16}/;
const otherDigit = new RegExp(`(?!\\d)[${digitLetters}]`, 'u');
const noQuote = -1;
const none: readonly PrivatePart[] = [];
const isOneDocument = (text: string): boolean => findDocuments(text.trim())[0]?.end === text.trim().length;
const isWhole = ({ isCutOff }: DocumentWithin): boolean => !isCutOff;
const isForm = /^[^\s&=]{1,100}=[^\s&]*(?:&[^\s&=]{1,100}=[^\s&]*)*$/u;
/** What is percent-encoded, up to what separates parts of addresses and forms. */
const encodedRun = /(?<![\w.~%+*-])[\w.~+*-]*%(?:u[\da-f]{2})?[\da-f]{2}[\w.~%+*!'(),-]*/giu;
