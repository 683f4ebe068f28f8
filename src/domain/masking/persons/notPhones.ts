import { isEven } from './dialled.ts';

/** What joins the factors of a product, and the ends of a range. */
export const sum = /[*~\u223c\uff5e]/u;

/** Products and ranges: `1920*1080`, `1000 ~ 2000`. What joins them joins the groups of a number, too. */
export function isSum(written: string, digits: string): boolean {
  if (!sum.test(written) || digits.startsWith('0')) return false;
  if (digits.length < 10 || /\s[*~\u223c\uff5e]|[*~\u223c\uff5e]\s/u.test(written)) return true;
  const groups = written.split(sum);
  // No number of a sum begins with nought.
  if (groups.some((group) => group.startsWith('0'))) return false;
  const areEven = groups.length > 2 && groups.every(({ length }) => length === groups[0]?.length);
  return areEven || groups.every((group) => group.length < 3 || group.endsWith('00'));
}

/** Decimals, coordinates and amounts; a version has single digits between its dots. */
export function isAmount(written: string, plus: boolean): boolean {
  if (/^[\d.,\p{Zs}/;-]+$/u.test(written) === false) return false;
  if (/^(?:[1-9]\d?\/)?(?:0|[1-9]\d{0,8})\.\d+(?:[\p{Zs},;/-]{1,3}(?:0|[1-9]\d{0,8})\.\d+)*$/u.test(written)) {
    return !(plus && /^\d{1,3}\.\d{8,12}$/.test(written));
  }
  if (plus) return false;
  if (/^(?:0|[1-9]\d{0,8}),\d{1,8}$/.test(written)) return !/^0\d/.test(written);
  if (/^[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d+)?$/.test(written))
    return written.replaceAll(/\D/g, '').length <= 10 || written.includes('.');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(written)) return true;
  // Thousands with a blank between, as in France; without decimals a number of somebody is written so, unless it is round.
  if (/^[1-9]\d{0,2}(?:\p{Zs}\d{3})+(?:[.,]\d{1,2}|(?<=\p{Zs}000\p{Zs}000))$/u.test(written)) return true;
  if (/^[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?$/.test(written)) return true;
  if (/^(?:0|[1-9]\d{0,2}),\d{4,8}[\p{Zs};/]{1,2}-?(?:0|[1-9]\d{0,2}),\d{4,8}$/u.test(written)) return true;
  return /^\d+(?:\.\d+){2,4}$/.test(written) && /(?:^|\.)\d(?:\.|$)/.test(written);
}

/** Numbers that count things or say how much a computer has: round ones, powers of two, days in seconds, and marks for on and off. */
export function isCount(digits: string): boolean {
  if (digits.length > 10) return false;
  if (/^(?:[01]+|(\d)\1+)$/.test(digits)) return true;
  if (digits.startsWith('0')) return false;
  const value = Number(digits);
  if (digits.length < 10 && (value % 100_000 === 0 || value % 86_400 === 0)) return true;
  return Number.isInteger(Math.log2(value)) || Number.isInteger(Math.log2(value + 1));
}

/** Several that go on evenly, in tens or hundreds. */
export function areTens(values: readonly number[]): boolean {
  return values.every((value) => value % 10 === 0) && isEven(values);
}

/** From one to another: `10000-20000`, `1200-1300`, and hours: `0900-1730`. */
export function isRange(written: string): boolean {
  const [, from = '', to = ''] = /^(\d{4,5})\s?[\p{Pd}]\s?(\d{4,5})$/u.exec(written) ?? [];
  if (from === '' || Number(from) >= Number(to)) return false;
  const hour = /^(?:[01]\d|2[0-4])(?:00|15|30|45)$/;
  return (/0[01]$/.test(from) && /(?:00|99)$/.test(to) && !from.startsWith('0')) || (hour.test(from) && hour.test(to));
}

/** As the United States and Brazil write where a letter goes; with a nought in front, or a nine, it may be a number of somebody. */
export function isPostcode(written: string): boolean {
  return /^[1-8]\d{4}-\d{3,4}$/.test(written);
}

/** Luhn's check, that of a card's number. */
export function isCard(digits: string): boolean {
  if (!/^[2-6]\d{15,18}$/.test(digits)) return false;
  let checked = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    checked += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return checked % 10 === 0;
}
