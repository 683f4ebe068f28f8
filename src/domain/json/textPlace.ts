import type { Location } from 'jsonc-parser';
import { createScanner } from 'jsonc-parser';

/** The piece of the text that a completion takes the place of. */
export interface CompletionPlace {
  readonly offset: number;
  readonly length: number;
  /** Whether the cursor is within quotes. */
  readonly quoted: boolean;
  /** Whether a colon follows: a key that has its value already. */
  readonly hasColon: boolean;
  /** What stands there up to the cursor, without the quote. */
  readonly written: string;
  /** What stands there behind the cursor, without the quote. */
  readonly rest: string;
}

/** The token that the cursor is in; undefined within comments. An unfinished string ends before what cannot belong to it. */
export function placeAt(text: string, offset: number, location: Location): CompletionPlace | undefined {
  const scanner = createScanner(text);
  scanner.setPosition(Math.max(0, text.lastIndexOf('\n', offset - 1) + 1));
  let start = offset;
  let length = 0;
  for (let kind: number = scanner.scan(); kind !== 17; kind = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    if (from >= offset) break;
    const open = kind === 10 && scanner.getTokenError() !== 0;
    if ((kind === 12 || kind === 13) && (offset < to || kind === 12)) return undefined;
    if (offset > to || (offset === to && kind !== 10 && kind !== 16 && kind !== 11)) continue;
    if (kind === 10 && offset === to && !open) return undefined;
    if (kind === 10 || kind === 16 || kind === 11 || (kind >= 7 && kind <= 9)) {
      start = from;
      length = (open ? endOfOpenString(text, offset, to) : to) - from;
    }
  }
  const previous = location.previousNode;
  if (
    length === 0 &&
    previous?.type === 'string' &&
    previous.offset < offset &&
    offset < previous.offset + previous.length
  ) {
    return undefined;
  }
  const hasColon = /^\s*:/.test(text.slice(start + length, start + length + 50));
  const quoted = text[start] === '"';
  const written = text.slice(quoted ? start + 1 : start, offset);
  const rest = text.slice(offset, start + length).replace(quoted ? /"$/ : '', '');
  return { offset: start, length, quoted, hasColon, written, rest };
}

function endOfOpenString(text: string, offset: number, to: number): number {
  const rest = /[,}\]]/.exec(text.slice(offset, to));
  return rest ? offset + rest.index : to;
}
