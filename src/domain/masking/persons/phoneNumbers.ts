import type { Stretch } from '../text/stretch.ts';
import { isDialled } from './dialled.ts';
import { digitLetters, digitsOf } from './digits.ts';
import { findNotNumbers, isMeasured, isTimeSince1970 } from './notNumbers.ts';
import { numberDigits } from './numberDigits.ts';

/** A number in a text, as a person may be called by it. */
export interface FoundNumber extends Stretch {
  /** 0 to 9, whatever script it is written in; without what only dials abroad. */
  readonly digits: string;
}

/** A row of digits with nothing between them. */
interface Run extends Stretch {
  readonly length: number;
  /** Whether a plus stands in front of it. */
  readonly plus: boolean;
  /** Whether it stands on the line below the one before it. */
  below: boolean;
}

/**
 * The phone numbers, and the numbers of cards, in a text: 8 to 15 digits of any script, in groups or not. No package does: those that were
 * tried (libphonenumber-js: 141 kB of a page's 300) want a plus or a country, and find no number that is not assigned.
 */
export function findPhoneNumbers(text: string): readonly FoundNumber[] {
  if (plainNumber.test(text)) return [found(text, text.startsWith('+') ? 1 : 0, text.length)];
  const numbers = chainsOf(text).flatMap((chain) => numbersOf(text, chain));
  if (numbers.length > 0) return numbers;
  return [...(/\d[eE]\+?\d/.test(text) ? withExponent(text) : []), ...withOtherMarks(text)];
}

/** As most callers are written: nothing else has so many digits, neither a day nor a time. */
const plainNumber = /^\+?\d{11,12}$/;

/** Single digits with marks between that no number has: `4|4|7|7|0|0|9|0|0|1|2|3`. */
function withOtherMarks(text: string): readonly FoundNumber[] {
  return [...text.matchAll(singles)].flatMap(({ 0: written, index }) => {
    const digits = digitsOf(written);
    const isNumber = /\d\d/.test(written) ? digits.length >= 9 && digits.length <= 15 : isDialled([...digits]);
    return isNumber ? [{ start: index, end: index + written.length, digits }] : [];
  });
}

/** Or groups behind a plus: `+44|7700|900123`. */
const singles =
  /(?<![\p{L}\p{N}])\+\d{1,4}(?:[|:;=#^!&…⁃"'[\]{}\t ]{1,3}\d{2,}){1,5}(?!\d)|(?<![\p{L}\p{N}])(?:\+[^\p{L}\p{N}\n\r]{0,3})?\d(?:[^\p{L}\p{N}\n\r]{1,3}\d){9,14}(?![\p{L}\p{N}])/gu;

/** Numbers as a spreadsheet writes them: `4.47700900123E+11`. */
function withExponent(text: string): readonly FoundNumber[] {
  return [...text.matchAll(/(?<![\w.+-])[1-9]\.\d{6,14}e\+?\d{1,2}(?![\w.])/gi)].flatMap(({ 0: word, index }) => {
    const digits = numberDigits(word);
    return digits === undefined || digits.length < 8 ? [] : [{ start: index, end: index + word.length, digits }];
  });
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
function chainsOf(text: string): readonly (readonly Run[])[] {
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
    if (isOther || isPartOfWord(text, run)) {
      last = undefined;
      continue;
    }
    const between = last && start - last.end <= 26 ? text.slice(last.end, start) : '';
    const chain = chains.at(-1) ?? [];
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

/** Whether letters beside a run make it a part of an id. A word with one long run is a number with a name in front or behind. */
function isPartOfWord(text: string, { start, end, length, plus }: Run): boolean {
  let [from, to] = [start, end];
  while (isLetter(text, from - 1)) from -= 1;
  while (isLetter(text, to)) to += 1;
  // Quoted-printable: `=3D447700900123`.
  if ((from === start && to === end) || /=[\dA-F]{2}$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  const after = text.slice(end, Math.min(to, end + 5)).toLowerCase();
  if (from === start && (plus || length >= 10) && (after === 'x' || after === 'ext')) return false;
  if (length < 10 && !plus) return true;
  if (/\p{N}/u.test(text.charAt(from - 1)) || /\p{N}/u.test(text.charAt(to))) return true;
  return isHexId(text.slice(from, Math.min(to, from + 65)));
}

function isHexId(word: string): boolean {
  return /^[\da-f]+$/iu.test(word) && /^(?:16|20|24|32|40|48|64)$/.test(String(word.length));
}

function numbersOf(text: string, chain: readonly Run[]): readonly FoundNumber[] {
  const first = chain[0];
  const last = chain.at(-1);
  const total = chain.reduce((sum, { length }) => sum + length, 0);
  if (!first || !last || total < 8) return [];
  const whole = text.slice(first.start, last.end);
  if (isAmount(whole, first.plus) || chain.every((run) => isYear(text, run))) return [];
  if (chain.length > 2 && chain.every(({ length }) => length === 1)) {
    return sum.test(whole) && !isDialled([...digitsOf(whole)]) ? [] : [found(text, first.start, last.end)];
  }
  const numbers: FoundNumber[] = [];
  let at = 0;
  while (at < chain.length) {
    let runs = chain.slice(at, endOfNumber(text, chain, at));
    let number = numberAt(text, runs);
    // Or it ends with its line.
    const below = number ? -1 : runs.findIndex((run, index) => run.below && index > 0);
    if (below > 0) {
      runs = runs.slice(0, below);
      number = numberAt(text, runs);
    }
    if (number) numbers.push(number);
    at += number ? runs.length : 1;
  }
  return numbers;
}

/** The index after the last run that belongs to the number which begins at `at`. */
function endOfNumber(text: string, chain: readonly Run[], at: number): number {
  const group = repeatedGroup(chain, at);
  if (group > 0) return at + group;
  let digits = chain[at]?.length ?? 0;
  let next = at + 1;
  for (; next < chain.length; next += 1) {
    const run = chain[next];
    const before = chain[next - 1];
    if (!run || !before || !joins(text, { first: chain[at] ?? before, before, run, digits })) break;
    digits += run.length;
  }
  return next;
}

interface Neighbours {
  readonly first: Run;
  readonly before: Run;
  readonly run: Run;
  /** So many in the number so far. */
  readonly digits: number;
}

/** Whether a run goes on with the number in front of it. */
function joins(text: string, { first, before, run, digits }: Neighbours): boolean {
  if (digits + run.length > 15 && !isCardGroup(before, run, digits)) return false;
  const between = text.slice(before.end, run.start);
  if (/[,/]/u.test(between)) {
    if (digits >= 8 || run.length >= 8) return false;
    if (between.length > 1 && between.includes(',') && !(before.length === 1 && run.length === 1)) return false;
  }
  // Whole by itself, or with a country's code in front.
  if (run.length >= 8) return before === first && isCountryCode(text, first, run);
  if (before === first && first.length >= 10) return false;
  if (digits < 10) return true;
  if (run.length >= 7) return false;
  return run.length > 2 || before.length <= 2;
}

function isCountryCode(text: string, { start, end, length, plus }: Run, run: Run): boolean {
  if (plus) return length <= 4;
  const code = digitsOf(text.slice(start, end));
  if (code.startsWith('00')) return length <= 5;
  if (code.startsWith('0') || text.charAt(run.start).match(/0/u)) return false;
  return code === '1' || length === 2 || length === 3;
}

function isCardGroup(before: Run, run: Run, digits: number): boolean {
  return before.length === 4 && run.length <= 4 && digits + run.length <= 19 && digits % 4 === 0;
}

/** Two numbers that are written alike, one after the other: how many runs each has; 0 when they are not. */
function repeatedGroup(chain: readonly Run[], at: number): number {
  let digits = 0;
  for (let size = 1; size <= 6 && at + 2 * size <= chain.length; size += 1) {
    digits += chain[at + size - 1]?.length ?? 0;
    if (digits < 8) continue;
    if (digits > 15) return 0;
    const group = chain.slice(at, at + size);
    const isCardHalf = group.every(({ length }) => length === 4);
    if (!isCardHalf && group.every(({ length }, index) => length === chain[at + size + index]?.length)) return size;
  }
  return 0;
}

function numberAt(text: string, runs: readonly Run[]): FoundNumber | undefined {
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return undefined;
  const written = text.slice(first.start, last.end);
  const digits = digitsOf(written);
  const isBroken = runs.some(({ below }, index) => below && index > 0);
  const least = isBroken ? 10 : first.plus ? 7 : 8;
  const most = digits.startsWith('00') ? 17 : 15;
  if (digits.length < least || (digits.length > most && !isCard(digits))) return undefined;
  if (!first.plus) {
    if (runs.length === 1 && isTimeSince1970(digits)) return undefined;
    if (
      isSum(written, digits) ||
      isAmount(written, false) ||
      (!digits.startsWith('0') && isMeasured(text.slice(last.end, last.end + 16)))
    ) {
      return undefined;
    }
  }
  return found(text, first.start, last.end);
}

function found(text: string, first: number, end: number): FoundNumber {
  const lead = /[+＋⁺]?\p{Zs}?\(?$/u.exec(text.slice(Math.max(0, first - 3), first))?.[0] ?? '';
  const start = first - (/[+＋⁺(]/u.test(lead) ? lead.trimStart().length : 0);
  return { start, end, digits: canonicalDigits(text.slice(start, end)) };
}

/** `+44 (0)20 …`, `0044 20 …` and `44 20 …` are one number. */
export function canonicalDigits(written: string): string {
  return digitsOf(written.replaceAll(/(?<=\d\p{Zs}?)\(0\)/gu, '')).replace(/^00/, '');
}

const sum = /[*~\u223c\uff5e]/u;

/** Products and ranges: `1920*1080`, `1000 ~ 2000`. What joins them joins the groups of a number, too. */
function isSum(written: string, digits: string): boolean {
  if (!sum.test(written) || digits.startsWith('0')) return false;
  if (digits.length < 10 || /\s[*~\u223c\uff5e]|[*~\u223c\uff5e]\s/u.test(written)) return true;
  const groups = written.split(sum);
  // No number of a sum begins with nought.
  if (groups.some((group) => group.startsWith('0'))) return false;
  const areEven = groups.length > 2 && groups.every(({ length }) => length === groups[0]?.length);
  return areEven || groups.every((group) => group.length < 3 || group.endsWith('00'));
}

/** Decimals, coordinates and amounts; a version has single digits between its dots. */
function isAmount(written: string, plus: boolean): boolean {
  if (/^[\d.,\p{Zs}/;-]+$/u.test(written) === false) return false;
  if (/^(?:0|[1-9]\d{0,8})\.\d+(?:[\p{Zs},;/-]{1,3}(?:0|[1-9]\d{0,8})\.\d+)*$/u.test(written)) {
    return !(plus && /^\d{1,3}\.\d{8,12}$/.test(written));
  }
  if (plus) return false;
  if (/^(?:0|[1-9]\d{0,8}),\d{1,8}$/.test(written)) return !/^0\d/.test(written);
  if (/^[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d+)?$/.test(written))
    return written.replaceAll(/\D/g, '').length <= 10 || written.includes('.');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(written)) return true;
  return /^\d+(?:\.\d+){2,4}$/.test(written) && /(?:^|\.)\d(?:\.|$)/.test(written);
}

function isYear(text: string, { start, end }: Run): boolean {
  return /^(?:19|20)\d\d$/.test(text.slice(start, end));
}

/** Luhn's check, that of a card's number. */
function isCard(digits: string): boolean {
  if (!/^[2-6]\d{15,18}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    sum += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}
