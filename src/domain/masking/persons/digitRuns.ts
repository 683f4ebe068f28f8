import type { Stretch } from '../text/stretch.ts';
import { digitLetters, digitsOf } from './digits.ts';
import { findNotNumbers } from './notNumbers.ts';
import { isAmount } from './notPhones.ts';

/** A row of digits with nothing between them. */
export interface Run extends Stretch {
  readonly length: number;
  /** Whether a plus stands in front of it. */
  readonly plus: boolean;
  /** Whether it stands on the line below the one before it. */
  below: boolean;
}

/** Blanks, dashes and points of any script, what joins digits in other ways, what is not seen, and the key around a digit as emoji have it. */
const separator = /^(?:[\p{Zs}\p{Pd}\p{Cf}\u2212\u30fc\uff70./,()+·•‧・→_~*∼～]|\ufe0f|\u20e3){1,4}$/u;

/** The end of a line, with a mark that says that it goes on or without, and what mails put in front of the next. */
const lineEnd = /^[ \t]{0,4}([\p{Pd}=\\]?)[ \t]{0,4}(?:\r\n|[\n\r\x85\u2028\u2029])[ \t>]{0,16}$/u;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122;
  // What lengthens a vowel is written for a dash.
  return /(?![\u30fc\uff70])\p{L}/u.test(text.charAt(at));
}

const plusInFront = new RegExp(String.raw`(?<![${digitLetters}])[+＋⁺]\p{Zs}?\(?$`, 'u');
const digitRun = new RegExp(`[${digitLetters}]+`, 'gu');
/** Exponents, and marks of footnotes: no part of the number in front of them. */
const raised = /(?<=\p{Nd})[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]{1,2}$/u;

/** Runs of digits that may belong together, in order. */
export function chainsOf(text: string): readonly (readonly Run[])[] {
  const chains: Run[][] = [];
  const others = findNotNumbers(text);
  let nextOther = 0;
  let last: Run | undefined;
  for (const { 0: all, index: start } of text.matchAll(digitRun)) {
    const found = /[^\d]$/.test(all) ? all.replace(raised, '') : all;
    const end = start + found.length;
    while ((others[nextOther]?.end ?? Number.POSITIVE_INFINITY) <= start) nextOther += 1;
    const isOther = (others[nextOther]?.start ?? Number.POSITIVE_INFINITY) < end;
    const length = digitCount(found);
    // Between digits it is a space, as forms write it.
    const plus = plusInFront.test(text.slice(Math.max(0, start - 5), start));
    const run = { start, end, length, plus, below: false };
    const between = last && start - last.end <= 26 ? text.slice(last.end, start) : '';
    const chain = chains.at(-1) ?? [];
    if (isOther || isPartOfWord(text, run, separator.test(between) ? chain : [])) {
      last = undefined;
      continue;
    }
    run.below = last !== undefined && !plus && goesOnBelow(text, chain, run);
    // Names of files and ids are joined so too.
    if (run.below || (!plus && separator.test(between) && (!between.includes('_') || chain[0]?.plus))) chain.push(run);
    else chains.push([run]);
    last = run;
  }
  return chains;
}

/**
 * Whether a number goes on below the line that it begins on: one that tells by how it begins that it is a number, or one whose line ends with
 * a mark of it. Numbers that stand below one another are mostly a list.
 */
function goesOnBelow(text: string, chain: readonly Run[], { start, length }: Run): boolean {
  const [first, last] = [chain[0], chain.at(-1)];
  const mark = last && lineEnd.exec(text.slice(last.end, start))?.[1];
  if (!first || !last || mark === undefined) return false;
  const digits = chain.reduce((sum, run) => sum + run.length, 0);
  if (digits >= 10 || digits + length > 15 || isAmount(text.slice(first.start, last.end), first.plus)) return false;
  if (mark !== '') return digits >= 3;
  if (first.plus) return length > 1;
  const isNational = digits >= 3 && digitsOf(text.slice(first.start, first.end)).startsWith('0');
  return isNational && length >= 3 && length <= 8 && (chain.length > 1 || last.length !== length);
}

function digitCount(found: string): number {
  return /[^\0-\x7F]/.test(found) ? digitsOf(found).length : found.length;
}

/** What says that the number of a desk follows. */
const extension = /^(?:x|extn?|доб)$/;

/** Whether letters beside a run make it a part of an id. A word with one long run is a number with a name in front or behind. */
function isPartOfWord(text: string, { start, end, length, plus }: Run, inFront: readonly Run[]): boolean {
  let [from, to] = [start, end];
  while (isLetter(text, from - 1)) from -= 1;
  while (isLetter(text, to)) to += 1;
  // Quoted-printable: `=3D447700900123`.
  if ((from === start && to === end) || /=[\dA-F]{2}$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  const after = text.slice(end, Math.min(to, end + 5)).toLowerCase();
  const isLong = (): boolean => plus || inFront.reduce((sum, run) => sum + run.length, length) >= 10;
  if (from === start && extension.test(after) && isLong()) return false;
  if (length < 10 && !plus) return true;
  if (/\p{N}/u.test(text.charAt(from - 1)) || /\p{N}/u.test(text.charAt(to))) return true;
  return isHexId(text.slice(from, Math.min(to, from + 65)));
}

function isHexId(word: string): boolean {
  return /^[\da-f]+$/iu.test(word) && /^(?:16|20|24|32|40|48|64)$/.test(String(word.length));
}
