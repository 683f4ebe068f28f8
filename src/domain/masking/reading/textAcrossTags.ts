import { digitsOf } from '../persons/digits.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import type { DecodedText } from '../text/decodedText.ts';
import type { PrivateReader } from './privateReader.ts';

/** A text between two tags. */
interface Piece extends DecodedText {
  /** Where it begins in the text without tags. */
  readonly start: number;
}

/** Text as a reader of a page sees it, over the tags that begin none: finds the numbers that have some within. */
export class TextAcrossTags {
  readonly #reader: PrivateReader;
  #pieces: Piece[] = [];
  #text = '';
  #isBroken = false;

  constructor(reader: PrivateReader) {
    this.#reader = reader;
  }

  add(piece: DecodedText): void {
    // Behind a break, the line end of the document says nothing more.
    const blank = this.#isBroken ? (/^\s*/.exec(piece.text)?.[0].length ?? 0) : 0;
    this.#pieces.push({ ...piece, start: this.#text.length - blank });
    this.#text += piece.text.slice(blank);
    this.#isBroken = false;
  }

  breakLine(): void {
    this.#text += '\n';
    this.#isBroken = true;
  }

  /** Here another text begins. */
  end(): void {
    if (this.#pieces.length > 1 && digitsOf(this.#text).length >= 7) this.#look();
    this.#pieces = [];
    this.#text = '';
    this.#isBroken = false;
  }

  /** Each piece of such a number by itself, so that the tags stay. */
  #look(): void {
    let at = 0;
    for (const number of findPhoneNumbers(this.#text)) {
      while ((this.#pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= number.start) at += 1;
      for (let piece = at; (this.#pieces[piece]?.start ?? number.end) < number.end; piece += 1) {
        const { text, place, start: from } = this.#pieces[piece] as Piece;
        const [start, end] = [Math.max(0, number.start - from), Math.min(text.length, number.end - from)];
        if (end - start < number.end - number.start && start < end)
          this.#reader.add(place, { kind: 'number', start, end, value: number.digits });
      }
    }
  }
}
