/**
 * The digits that the service stores of a phone number, however a person wrote it: with any separators, dashes, plus and digits of any
 * script, invisible marks, a scheme or a label, quotes, an extension, `00` or a `(0)` that is dialled only at home. Undefined for what is no number.
 */
export function phoneDigits(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, asciiDigit)
    .replaceAll(/\p{Cf}/gu, '')
    .replace(/^.*<((?:sips?|tel):[^<>]*)>.*$/iu, '$1')
    .replaceAll(/^[\s"'`<=[]+|[\s"'`>\].,;]+$/gu, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/^sips?:([^@;?]*).*$/iu, '$1')
    .replace(/^(?:https?:\/\/)?(?:www\.)?wa\.me\//iu, '')
    .replace(named, '$1')
    .replace(/\s*\([^()\d]*\)$/u, '')
    .replace(/\s*,,[\d,#*]*$/u, '')
    .replace(extension, '');
  if (!written.test(plain)) return undefined;
  return abroad(plain).replaceAll(/\D/gu, '').replace(/^00/u, '');
}

/** Far more than a number has, in letters. */
const longest = 200;

const named =
  /^(?:tel|callto|sms|smsto|mms|fax|whatsapp|viber|skype|phone|mobile|cell|number|msisdn|caller|from|to)\s*:\s*(?:\/\/)?([^;?]*).*$/iu;
const extension = /[\s,;]*(?:ext(?:ension|n)?\.?|x|#)[\s:=.]*\d{1,7}$/iu;
const written = /^(?:\(?\+|[(\d])[\d\s().·•_~/\p{Pd}\u2212]*$/u;

/** Without what is dialled only at home, or only to leave a country. Italy's numbers have their zero everywhere. */
function abroad(plain: string): string {
  const number = plain.replace(/^011[\s-]+(?=(?:\D*\d){10,15}$)/u, '+');
  // A zero in brackets behind the code of a country says itself what it is.
  if (!/^\(?(?:\+|00)/u.test(number)) return number.replace(/^((?!39|378|379)[1-9]\d{0,2}[\s-]*)\(\s*0\s*\)/u, '$1');
  if (/^\(?(?:\+|00)[\s(]*(?:39|378|379)\b/u.test(number)) return number;
  return number.replace(/\(\s*0\s*\)|(?<=^\(?(?:\+|00)[\s(]*\d{1,3}[\s)-]+)0(?=[\s-]+\d)/u, '');
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  // Unicode keeps the ten digits of a script together, from zero to nine.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
