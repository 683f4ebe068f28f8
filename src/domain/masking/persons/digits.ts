/** The digits of a text as 0 to 9, whatever script they are written in, and nothing else of it. */
export function digitsOf(text: string): string {
  if (!/[^\0-\x7F]/.test(text)) return text.replaceAll(/\D+/g, '');
  let digits = '';
  for (const [letter] of text.matchAll(/\p{Nd}/gu)) digits += digitValue(letter);
  return digits;
}

/** Digits of a script follow one another from a code that ends in 0 or 6 (in sixteens); mathematical ones fill whole blocks. */
function digitValue(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  const last = code & 15;
  if (last > 9) return last - 6;
  return last >= 6 && !/\p{Nd}/u.test(String.fromCodePoint(code - last)) ? last - 6 : last;
}
