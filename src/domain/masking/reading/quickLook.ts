import { digitLetters } from '../persons/digits.ts';
import type { Party } from '../persons/parties.ts';
import { mayHaveSpokenEmail } from '../persons/spokenEmails.ts';
import { mayBeSpoken } from '../persons/spokenNumbers.ts';
import type { KnownSecret } from '../secrets/knownSecret.ts';
import { shortName } from '../secrets/namesAbroad.ts';
import { mayHoldForm, shortestForm } from '../secrets/secretForms.ts';
import { mayNameSecret } from '../secrets/secretNames.ts';
import { secretsOfProse } from '../secrets/secretProse.ts';
import { signOfLogin } from '../secrets/secretsOfLogins.ts';
import { findBase64, shortestBase64 } from '../text/base64.ts';
import { isDisguised, isQuotedPrintable } from '../text/encodings.ts';
import { mayHoldHexadecimal } from '../text/hexadecimal.ts';
import { ordinary } from '../text/ordinaryIds.ts';
import { signs } from './textSigns.ts';

/** Tells of most texts at once that they hold nothing. */
export class QuickLook {
  readonly #parties: readonly Party[];
  readonly #secrets: readonly KnownSecret[];
  readonly #soughtOnly: boolean;

  /** `soughtOnly`: all but these was found before. */
  constructor(parties: readonly Party[], secrets: readonly KnownSecret[], soughtOnly: boolean) {
    this.#parties = parties;
    this.#secrets = secrets;
    this.#soughtOnly = soughtOnly;
  }

  get looksEverywhere(): boolean {
    return this.#parties.length + this.#secrets.length > 0;
  }

  /** Whether a text of these signs may hold something; also of one that is written as JSON writes it. */
  mayHold(text: string, found: number): boolean {
    if (this.#soughtOnly) return this.#mayHoldSought(text, found) || this.#mayHoldPacked(text, found);
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
      if (text.length >= shortestForm && mayHoldForm(meant)) return true;
      if (signOfLogin.test(meant) || mayBeSpoken(meant) || mayHaveSpokenEmail(meant)) return true;
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
    const hasShort = (found & signs.field) !== 0 && shortName.test(text);
    if (!hasShort && !mayNameSecret((found & signs.wide) === 0 ? text : text.normalize('NFKC'))) return false;
    if ((found & (signs.field | signs.document | signs.encoded | signs.dash)) !== 0) return true;
    return betweenCells.test(text) || secretsOfProse(text).length > 0;
  }
}

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
