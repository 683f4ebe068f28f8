import type { Stretch } from '../text/stretch.ts';
import { isDialled } from './dialled.ts';
import type { Run } from './digitRuns.ts';
import { chainsOf } from './digitRuns.ts';
import { digitsOf } from './digits.ts';
import { isMeasured, isTimeSince1970 } from './notNumbers.ts';
import { areTens, isAmount, isCard, isCount, isPostcode, isRange, isSum, sum } from './notPhones.ts';
import { numberDigits } from './numberDigits.ts';
import { isOfThing } from './numbersOfThings.ts';

/** A number in a text, as a person may be called by it. */
export interface FoundNumber extends Stretch {
  /** 0 to 9, whatever script it is written in; without what only dials abroad. */
  readonly digits: string;
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

function numbersOf(text: string, chain: readonly Run[]): readonly FoundNumber[] {
  const first = chain[0];
  const last = chain.at(-1);
  const total = chain.reduce((sum, { length }) => sum + length, 0);
  if (!first || !last || total < 8) return [];
  const whole = text.slice(first.start, last.end);
  if (isAmount(whole, first.plus) || chain.every((run) => isYear(text, run))) return [];
  if (areTens(chain.map(({ start, end }) => Number(digitsOf(text.slice(start, end)))))) return [];
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
    if (number && !isOfThing(text, number)) numbers.push(number);
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
    if (runs.length === 1 && (isTimeSince1970(digits) || isCount(digits))) return undefined;
    if (
      isSum(written, digits) ||
      isRange(written) ||
      isPostcode(written) ||
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

function isYear(text: string, { start, end }: Run): boolean {
  return /^(?:19|20)\d\d$/.test(text.slice(start, end));
}
