import { isDialled, isEven } from './dialled.ts';
import { digitsOf } from './digits.ts';
import { findPhoneNumbers } from './phoneNumbers.ts';

/** What may be a part of a number that is split over several values. */
export const partOfNumber = /^(?:\+|[+(]?\p{Nd}[\p{Nd} ()-]{0,6})$/u;

const [fewest, most] = [8, 15];

export interface SplitNumber {
  /** As they are meant, in order. */
  readonly parts: readonly string[];
  /** Whether they stand in a list, and not beside other members of an object. */
  readonly inList: boolean;
  /** Whether some are numbers, as measures mostly are. */
  readonly areNumbers: boolean;
  /** What they are called. */
  readonly name: string | undefined;
}

/** A list of numbers that is called so is one of keys that were pressed. */
const calledDigits =
  /(?:^|_)(?:digits?|dtmf|keys?|keypad|pressed|phones?|tel|telephone|mobile|msisdn|callers?|callees?|numbers?)(?:_|$)/;

/**
 * Whether values that follow one another are a person's number that was split: digit by digit, or in the groups that a number has. Lists of
 * measures, years, codes and counts are none: they go on evenly, are round, or have no group that a number begins with.
 */
export function isSplitNumber({ parts, inList, areNumbers, name = '' }: SplitNumber): boolean {
  const digits = parts.map(digitsOf);
  const total = digits.reduce((sum, { length }) => sum + length, 0);
  if (parts.length < 2 || total < fewest || total > most || isEven(digits.map(Number))) return false;
  if (parts[0]?.startsWith('+')) return true;
  if (digits.every(({ length }) => length === 1)) {
    if (!isDialled(digits)) return false;
    return !areNumbers || (inList && calledDigits.test(wordsOf(name)));
  }
  if (areNumbers || !inList || parts.length > 6 || !hasGroupsOfNumber(digits, total)) return false;
  return findPhoneNumbers(digits.join(' ')).length === 1;
}

function wordsOf(name: string): string {
  return name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2').toLowerCase();
}

function hasGroupsOfNumber(digits: readonly string[], total: number): boolean {
  const [first = '', ...rest] = digits;
  const lengths = digits.map(({ length }) => length);
  if (rest.every((group) => Number(group) % 100 === 0)) return false;
  if (lengths.every((length) => length === first.length)) return /^0[1-9]$/.test(first) && total === 10;
  if (first.startsWith('00')) return total >= 11;
  if (first.startsWith('0')) return first.length > 2 && total >= 9 && total <= 12;
  // As they are written in North America, and with a country's code in front.
  if (/^(?:1,)?3,3,4$/.test(lengths.join())) return digits.slice(-3, -1).every((group) => /^[2-9]/.test(group));
  if (first.length > 3 || total < 11 || total > 13) return false;
  return rest.every(({ length }) => length >= 3) && rest.some(({ length }) => length >= 4);
}
