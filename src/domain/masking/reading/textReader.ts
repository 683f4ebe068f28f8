import type { Party } from '../persons/parties.ts';
import { isNumberOf } from '../persons/parties.ts';
import type { KnownSecret } from '../secrets/knownSecret.ts';
import { secretsOfTables } from '../secrets/secretTables.ts';
import { findSecrets } from '../secrets/secretText.ts';
import type { SecretStretch } from '../secrets/secretValues.ts';
import type { TextPlace } from '../text/decodedText.ts';
import { decode, partOf, wholeText } from '../text/decodedText.ts';
import { disguisedIn } from '../text/disguisedIn.ts';
import { entities, jsonString } from '../text/encodings.ts';
import { letterCodes } from '../text/letterCodes.ts';
import { ordinary } from '../text/ordinaryIds.ts';
import { findPacked } from '../text/packedTexts.ts';
import { percentDecoded, percentRuns } from '../text/percentRuns.ts';
import type { DocumentWithin } from './documentsWithin.ts';
import { blankedOut, findDocuments, isEscaped, wholeDocuments } from './documentsWithin.ts';
import { findPersons } from './findPersons.ts';
import { findSought } from './findSought.ts';
import { FoundParts } from './foundParts.ts';
import { JsonReader } from './jsonReader.ts';
import type { PrivatePart } from './privatePart.ts';
import type { PrivateReader } from './privateReader.ts';
import { QuickLook } from './quickLook.ts';
import type { ReadingOptions } from './readingOptions.ts';
import { SignReader } from './textSigns.ts';
import { readXml } from './xmlReader.ts';

/** Text within text more often than this is covered as a whole. */
const deepest = 12;

/** The one reader of text for everything that masks: decodes what is encoded, and looks through what it then says. */
export class TextReader implements PrivateReader {
  readonly soughtOnly: boolean;
  readonly known: PrivateReader['known'];
  readonly #options: ReadingOptions;
  readonly #found = new FoundParts();
  readonly #parties: readonly Party[];
  readonly #secrets: readonly KnownSecret[];
  readonly #secretsOnly: boolean;
  readonly #signs = new SignReader();
  readonly #quickLook: QuickLook;

  constructor(options: ReadingOptions = {}) {
    const { parties = [], secrets = [], secretsOnly = false, soughtOnly = false, before } = options;
    this.#options = options;
    this.#parties = secretsOnly ? [] : parties;
    this.#secrets = secrets;
    this.#secretsOnly = secretsOnly;
    this.soughtOnly = soughtOnly;
    this.#quickLook = new QuickLook(this.#parties, secrets, soughtOnly);
    this.known = this.looksEverywhere ? undefined : before;
  }

  /** What is personal or secret in all that was read, in order. */
  get parts(): readonly PrivatePart[] {
    return this.#found.parts;
  }

  get count(): number {
    return this.#found.count;
  }

  partsSince(count: number): readonly PrivatePart[] {
    return this.#found.since(count);
  }

  hasSecret(value: string, since: number): boolean {
    return this.#found.hasSecret(value, since);
  }

  get looksEverywhere(): boolean {
    return this.#quickLook.looksEverywhere;
  }

  secretKnownAs(text: string): string | undefined {
    return this.#secrets.find(({ value }) => value === text)?.value;
  }

  isParty(digits: string): boolean {
    return digits.length >= 5 && this.#parties.some((party) => isNumberOf(party, digits));
  }

  add(place: TextPlace, part: PrivatePart): void {
    if (!this.#secretsOnly || part.kind === 'secret') this.#found.add(place, part);
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
    const isDocument = /^\s*[{[("]/.test(text) && !isEscaped.test(text);
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
    if (!this.soughtOnly) this.#readDocuments(wholeDocuments(text), text, place, false);
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
    return this.#quickLook.mayHold(text, found);
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
    const documents = this.soughtOnly ? [] : wholeDocuments(text);
    if (documents.length === 0) return text;
    this.#readDocuments(documents, text, place, headers);
    const ends = new Map(documents.map(({ start, end }) => [start, end]));
    for (const { start, end, name } of findSecrets(text, headers)) {
      // One may be the value of what is called like a secret, behind its bracket or its first quote.
      const close = (ends.get(start - 1) ?? ends.get(start - 2) ?? Number.POSITIVE_INFINITY) - 1;
      if (close <= end) this.add(place, { kind: 'secret', start, end: close, value: text.slice(start, close), name });
    }
    return blankedOut(text, documents);
  }

  #readPlain(text: string, place: TextPlace, headers: boolean): void {
    if (!this.soughtOnly) this.#readDocuments(findDocuments(text), text, place, headers);
    if (!this.soughtOnly) this.#readSecrets(text, place, headers);
    this.#readDisguised(text, place, headers);
    if (!text.includes('%')) {
      this.#readWords(text, place);
      return;
    }
    for (const meant of percentRuns(text, place)) this.read(meant.text, meant.place);
    const meant = percentDecoded({ text, place }, deepest);
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
    for (const meant of disguisedIn(text, place)) this.read(meant.text, meant.place, headers);
  }

  #readWords(text: string, place: TextPlace): void {
    this.#readSought(text, place);
    if (this.#secretsOnly || this.soughtOnly) return;
    for (const part of findPersons(text)) this.add(place, part);
  }

  /** What is looked for wherever it stands. */
  #readSought(text: string, place: TextPlace): void {
    for (const part of findSought(text, this.#parties, this.#secrets)) this.add(place, part);
  }
}

const isXml = /<[\p{L}_!/]/u;
const noQuote = -1;
const isOneDocument = (text: string): boolean => findDocuments(text.trim())[0]?.end === text.trim().length;
const isForm = /^[^\s&=]{1,100}=[^\s&]*(?:&[^\s&=]{1,100}=[^\s&]*)*$/u;
