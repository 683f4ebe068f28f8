import type { DecodedText, TextPlace } from './decodedText.ts';
import { decode } from './decodedText.ts';
import { percent } from './encodings.ts';

/** What is percent-encoded, up to what separates parts of addresses and forms. */
const encodedRun = /(?<![\w.~%+*-])[\w.~+*-]*%(?:u[\da-f]{2})?[\da-f]{2}[\w.~%+*!'(),-]*/giu;

/** What is meant by what is percent-encoded in a text, each for itself. */
export function percentRuns(text: string, place: TextPlace): readonly DecodedText[] {
  return [...text.matchAll(encodedRun)].flatMap(({ 0: run, index }) => {
    const decoded = decode(run, percent, place, index);
    if (!decoded) return [];
    // As a form means it; within what is encoded again, a plus stands for itself.
    const asForm = decoded.text.includes('+') && !decoded.text.includes('%');
    return asForm ? [decoded, { ...decoded, text: decoded.text.replaceAll('+', ' ') }] : [decoded];
  });
}

/** All of a text decoded as often as it can be, up to `deepest` times: a number may be encoded in parts. */
export function percentDecoded(text: DecodedText, deepest: number): DecodedText {
  let meant = text;
  for (let next: DecodedText | undefined = meant; next && next.place.depth <= deepest; ) {
    meant = next;
    next = decode(meant.text, percent, meant.place);
  }
  return meant;
}
