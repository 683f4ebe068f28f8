import { digitsOf } from '../persons/digits.ts';
import { findEmails } from '../persons/emails.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import { mayNameSecret } from '../secrets/secretNames.ts';
import { findSecrets } from '../secrets/secretText.ts';
import type { DecodedText } from '../text/decodedText.ts';
import type { PrivatePart } from './privatePart.ts';
import type { PrivateReader } from './privateReader.ts';

/** A text between two tags. */
interface Piece extends DecodedText {
  /** Where it begins in the text without tags. */
  readonly start: number;
  /** Where it begins in that text when what is emphasised stands in quotes. */
  readonly startInQuotes: number;
}

/** Text as a reader of a page sees it, over the tags that begin none: finds the numbers and addresses that have some within, and secrets whose name stands in front of one. */
export class TextAcrossTags {
  readonly #reader: PrivateReader;
  #pieces: Piece[] = [];
  #text = '';
  /** The same, with quotes around what is emphasised. */
  #quoted = '';
  #isBroken = false;

  constructor(reader: PrivateReader) {
    this.#reader = reader;
  }

  add(piece: DecodedText, isEmphasised: boolean): void {
    // Behind a break, the line end of the document says nothing more.
    const blank = this.#isBroken ? (/^\s*/.exec(piece.text)?.[0].length ?? 0) : 0;
    const quote = isEmphasised ? '"' : '';
    const startInQuotes = this.#quoted.length + quote.length - blank;
    this.#pieces.push({ ...piece, start: this.#text.length - blank, startInQuotes });
    const text = piece.text.slice(blank);
    this.#text += text;
    this.#quoted += `${quote}${text}${quote}`;
    this.#isBroken = false;
  }

  breakLine(): void {
    this.#text += '\n';
    this.#quoted += '\n';
    this.#isBroken = true;
  }

  /** Here another text begins. */
  end(): void {
    if (this.#pieces.length > 1) {
      if (mayNameSecret(this.#text)) {
        this.#add(
          findSecrets(this.#quoted).map((one) => ({
            ...one,
            kind: 'secret',
            value: this.#quoted.slice(one.start, one.end),
          })),
          'startInQuotes',
        );
      }
      if (digitsOf(this.#text).length >= 7) {
        this.#add(findPhoneNumbers(this.#text).map((one) => ({ ...one, kind: 'number', value: one.digits })));
      }
      this.#add(
        findEmails(this.#text).map((one) => ({
          ...one,
          kind: 'email',
          value: this.#text.slice(one.start, one.end).toLowerCase(),
        })),
      );
    }
    this.#pieces = [];
    this.#text = '';
    this.#quoted = '';
    this.#isBroken = false;
  }

  /** Each piece by itself of what has tags within, so that the tags stay. */
  #add(parts: readonly PrivatePart[], begin: 'start' | 'startInQuotes' = 'start'): void {
    let at = 0;
    for (const { kind, start, end, value, name } of parts) {
      while ((this.#pieces[at + 1]?.[begin] ?? Number.POSITIVE_INFINITY) <= start) at += 1;
      for (let piece = at; (this.#pieces[piece]?.[begin] ?? end) < end; piece += 1) {
        const { text, place, [begin]: from } = this.#pieces[piece] as Piece;
        const [first, last] = [Math.max(0, start - from), Math.min(text.length, end - from)];
        // All of what stands in one piece was found there, but for the name in front of it.
        if ((kind === 'secret' || last - first < end - start) && first < last) {
          this.#reader.add(place, { kind, start: first, end: last, value, name });
        }
      }
    }
  }
}
