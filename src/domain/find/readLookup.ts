import { phoneDigits } from '../session/phoneDigits.ts';
import type { Lookup, LookupCondition, LookupRange } from './lookup.ts';
import { readLookupRange } from './lookupRange.ts';
import { sessionIdIn } from './sessionIdIn.ts';

/** A word of what was typed, with what is quoted in it. */
interface Word {
  readonly text: string;
  readonly read: LookupCondition | LookupRange | undefined;
}

/** Reads what was typed or pasted to find sessions by. Any text is read; where nothing is said, there are no conditions. */
export function readLookup(typed: string): Lookup {
  const text = plain(typed);
  const named = sessionIdIn(text);
  if (named) return { conditions: [{ kind: 'id', whole: true, ...named }] };
  const words = (text.match(word) ?? []).map(
    (one): Word => ({ text: one, read: readMarked(one) ?? readLookupRange(one) }),
  );
  const conditions: LookupCondition[] = [];
  const ranges: LookupRange[] = [];
  for (let at = 0; at < words.length; ) {
    const { read, text: one } = words[at] as Word;
    const pieces = read ? 0 : lengthOfNumber(words, at);
    const digits = pieces > 0 ? digitsOf(words.slice(at, at + pieces)) : undefined;
    if (digits !== undefined) conditions.push({ kind: 'number', digits });
    else if (!read) conditions.push(readPlain(one));
    else if ('kind' in read) conditions.push(read);
    else ranges.push(read);
    at += digits === undefined ? 1 : pieces;
  }
  const range = ranges.at(-1);
  return { conditions: onlyTheNumber(conditions, text), ...(range ? { range } : {}) };
}

/** What was typed, with another value for one of its conditions; undefined for a value that cannot be typed. */
export function respelled(
  typed: string,
  { kind, text }: LookupCondition & { text: string },
  value: string,
): string | undefined {
  if (value.includes('"')) return undefined;
  const written = /\s/u.test(value) ? `"${value}"` : value;
  return plain(typed).replaceAll(word, (one) => {
    const read = readMarked(one);
    if (read?.kind !== kind || !('text' in read) || read.text !== text) return one;
    return `${/^(?:#|@|node:)/iu.exec(one)?.[0] ?? ''}${written}`;
  });
}

/** Spaces of all kinds are one, invisible marks are none, and quotes are plain. */
function plain(text: string): string {
  return text
    .replaceAll(/\s/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[“”„«»]/gu, '"')
    .trim();
}

const word = /[^\s"]*"[^"]*(?:"|$)|\S+/gu;

function readMarked(text: string): LookupCondition | undefined {
  const marked = /^(?<mark>#|@|node:|code:|(?<name>[\p{L}_$][\p{L}\p{N}_.$-]*)=)?(?<rest>.+)$/isu.exec(text)?.groups;
  const rest = unquoted(marked?.rest ?? '');
  if (rest.text.trim() === '') return undefined;
  if (marked?.name !== undefined) return { kind: 'parameter', name: marked.name, text: rest.text };
  switch (marked?.mark?.toLowerCase()) {
    case '#':
      return { kind: 'tag', text: rest.text };
    case '@':
      return { kind: 'agent', text: rest.text };
    case 'node:':
      return { kind: 'node', text: rest.text };
    case 'code:':
      return { kind: 'code', text: rest.text };
    default:
      return rest.quoted ? { kind: 'phrase', text: rest.text } : undefined;
  }
}

/** A quote that is not closed yet is still being typed. */
function unquoted(text: string): { readonly text: string; readonly quoted: boolean } {
  const inside = /^"(?<inside>[^"]*)"?$/u.exec(text)?.groups?.inside;
  return inside === undefined ? { text, quoted: false } : { text: inside, quoted: true };
}

const numberPiece = /^[+(]?[\p{Nd}()+.·•/\p{Pd}\u2212]+$/u;
const schemed = /^(?:sips?|tel|callto|sms|whatsapp):\S+$/iu;
const extension = /^(?:ext(?:ension|n)?\.?|x)$|^(?:ext\.?|x)[:=.]*\d+$/iu;

/** How many words from one on are the pieces of one number. */
function lengthOfNumber(words: readonly Word[], start: number): number {
  let end = start;
  for (; end < words.length; end++) {
    const { text, read } = words[end] as Word;
    const isPiece = numberPiece.test(text.normalize('NFKC')) || schemed.test(text);
    const isExtension = end > start && extension.test(text);
    if (read || !(isPiece || isExtension)) break;
    // A number that stands for itself ends the one before it.
    if (end > start && /^\+|^00/u.test(text)) break;
  }
  return end - start;
}

/** The longest that a number can be, with what one dials before it; longer digits are an id. */
const mostDigits = 17;
const fewestDigits = 3;

function digitsOf(pieces: readonly Word[]): string | undefined {
  const digits = phoneDigits(pieces.map(({ text }) => text).join(' '));
  return digits !== undefined && digits.length >= fewestDigits && digits.length <= mostDigits ? digits : undefined;
}

/** What is of hexadecimal digits, or of letters and digits and long, is more likely a part of an id than said by a caller. */
function readPlain(text: string): LookupCondition {
  const isId = /^(?=.*\d)(?:[0-9a-f-]{6,}|[\w-]{12,})$/iu.test(text);
  return isId ? { kind: 'id', id: text, whole: false } : { kind: 'word', text };
}

const manyWords = 8;

/** Of a line of a log, or of a mail, that holds one whole number, that number is meant. */
function onlyTheNumber(conditions: readonly LookupCondition[], text: string): readonly LookupCondition[] {
  const numbers = conditions.filter((one) => one.kind === 'number' && one.digits.length >= 10);
  return numbers.length === 1 && text.split(' ').length > manyWords ? numbers : conditions;
}
