/**
 * The digits that the service stores of a phone number, however a person wrote it: with any separators, dashes, plus and digits of any
 * script, invisible marks, a scheme, an extension, `00` or a `(0)` that is dialled only at home. Undefined for what is no number.
 */
export function phoneDigits(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, asciiDigit)
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^sips?:([^@;?]*).*$/iu, '$1')
    .replace(/^(?:tel|callto|sms|whatsapp):(?:\/\/)?([^;?]*).*$/iu, '$1')
    .replace(extension, '');
  if (!written.test(plain)) return undefined;
  const abroad = /^\(?(?:\+|00)/u.test(plain) ? plain.replace(/\(\s*0\s*\)/u, '') : plain;
  return abroad.replaceAll(/\D/gu, '').replace(/^00/u, '');
}

/** Far more than a number has, in letters. */
const longest = 200;

const extension = /[\s,;]*(?:ext(?:ension|n)?\.?|x|#)[\s:=.]*\d{1,7}$/iu;
const written = /^(?:\(?\+|[(\d])[\d\s().·•/\p{Pd}\u2212]*$/u;

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  // Unicode keeps the ten digits of a script together, from zero to nine.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
