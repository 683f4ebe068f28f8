import type { DecodedText, Encoding, TextPlace } from './decodedText.ts';
import { decode, partOf } from './decodedText.ts';
import { disguise, isDisguised, isQuotedPrintable, quotedPrintable, quotedRun } from './encodings.ts';

/** What is meant by a text that also says something as it is: letters in another style, and mails' way to write them. */
export function disguisedIn(text: string, place: TextPlace): readonly DecodedText[] {
  const found: (DecodedText | undefined)[] = [];
  const read = (encoding: Encoding, written: string, at: TextPlace): void => {
    found.push(decode(written, encoding, at));
  };
  if (isDisguised.test(text)) read(disguise, text, place);
  if (text.includes('=') && isQuotedPrintable.test(text)) {
    read(quotedPrintable, text, place);
    // A part may be a document by itself.
    for (const { 0: run, index } of text.matchAll(quotedRun)) {
      if (run.length < text.length) read(quotedPrintable, run, partOf(place, index));
    }
  }
  return found.filter((meant) => meant !== undefined);
}
