import type { NumberWord } from '../text/numberWords.ts';
import { numberWords, patternOfWords } from '../text/numberWords.ts';
import { digitsOf } from './digits.ts';
import { findNotNumbers } from './notNumbers.ts';
import { isOfThing, longestOfThing } from './numbersOfThings.ts';
import type { FoundNumber } from './phoneNumbers.ts';
import { SpokenDigits } from './spokenDigits.ts';

/** Three words of a number in a row, or digits for the last: tells most texts apart at once. The second also in letters that are not ASCII's. */
const between = String.raw`(?:[\s,.;:+_\x80-\uffff-]|\\[nrt]){1,4}(?:(?:and|um?h?|er|then|dash|et|y)[\s,.-]{1,3})?`;
const word = patternOfWords('unit', 'group', 'repeat');
const next = String.raw`${between}(?:${word}|hundred|thousand|\d{1,12})`;
const three = `(?:${word})${next}${next}`;
const threeInRow = new RegExp(String.raw`\b${three}`, 'i');
const threeAbroad = new RegExp(String.raw`(?:^|[^\p{L}])${three}`, 'iu');
/** Where no blanks stand between. */
const characters = /[零〇一二三四五六七八九幺]{7,19}/gu;

/** Whether a text may hold a number that is said in words; also one that is written as JSON writes it. */
export function mayBeSpoken(text: string): boolean {
  if (!/[^\0-\x7F]/.test(text)) return threeInRow.test(text);
  return threeAbroad.test(text) || text.search(characters) >= 0;
}

/** What is said between the digits of a number. */
const fillers = /^(?:and|uh|um|uhm|erm?|then|dash|hyphen|space|et|y|e|und|ehm?|äh)$/;
const gap = /^(?:[\s,.;…·_\p{Pd}]{1,4}|)$/u;
const token = /\p{L}(?:[\p{L}\p{M}]|[’'](?=\p{L}))*|\p{Nd}+|\+/gu;

/** The numbers of persons that a text has in words, as who writes down what is said has them: `oh seven nine double one …`. Digits may stand among them. */
export function findSpokenNumbers(text: string): readonly FoundNumber[] {
  if (!mayBeSpoken(text)) return [];
  const found: FoundNumber[] = [];
  let spoken: SpokenDigits | undefined;
  let last = 0;
  const close = (): void => {
    if (spoken?.isNumber && !isOther(text, spoken)) found.push(asFound(spoken));
    spoken = undefined;
  };
  for (const { 0: written, index } of text.matchAll(token)) {
    const isNear = index - last <= 4 && gap.test(text.slice(last, index));
    if (!isNear) close();
    last = index + written.length;
    const small = written.toLowerCase().replace("'", '’');
    const word = wordOf(small);
    if (word && spoken?.add(word, last)) continue;
    // In a form, a plus is a blank.
    if (spoken && (small === '+' || fillers.test(small))) continue;
    close();
    if (!word || (typeof word !== 'string' && word.kind === 'power')) continue;
    spoken = new SpokenDigits(index);
    spoken.add(word, last);
  }
  close();
  return [...found, ...inCharacters(text)];
}

/** A day, or the number of a thing: what stays where it is written in digits. */
function isOther(text: string, { start, end, digits }: SpokenDigits): boolean {
  if (findNotNumbers(digits).length > 0) return true;
  return digits.length <= longestOfThing && !/^0\d{8}/.test(digits) && isOfThing(text, { start, end });
}

function wordOf(written: string): NumberWord | string | undefined {
  return /^\p{Nd}/u.test(written) ? digitsOf(written) : numberWords.get(written === '+' ? 'plus' : written);
}

function asFound({ start, end, digits }: SpokenDigits): FoundNumber {
  return { start, end, digits: digits.replace(/^00/, '') };
}

function inCharacters(text: string): readonly FoundNumber[] {
  return [...text.matchAll(characters)].flatMap(({ 0: written, index }) => {
    const spoken = new SpokenDigits(index);
    for (const letter of written)
      spoken.add({ kind: 'unit', value: valueIn(letter), languages: -1 }, index + written.length);
    return spoken.isNumber ? [asFound(spoken)] : [];
  });
}

const valueIn = (letter: string): number => (letter === '幺' ? 1 : Math.max(0, '〇一二三四五六七八九'.indexOf(letter)));
