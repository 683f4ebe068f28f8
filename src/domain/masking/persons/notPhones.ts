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
