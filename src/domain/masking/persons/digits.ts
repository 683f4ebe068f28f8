/** Inside a class of a pattern with the flag `u`: digits of every script, and those that are raised, lowered, enclosed or followed by a mark. */
export const digitLetters = String.raw`\p{Nd}\u00B2\u00B3\u00B9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF\u{1F100}-\u{1F10C}`;

const digitLetter = new RegExp(`[${digitLetters}]`, 'gu');

/** The digits of a text as 0 to 9, whatever script they are written in, and nothing else of it. */
export function digitsOf(text: string): string {
  if (!/[^\0-\x7F]/.test(text)) return text.replaceAll(/\D+/g, '');
  let digits = '';
  for (const [letter] of text.matchAll(digitLetter)) digits += valueIn(letter);
  return digits;
}

function valueIn(letter: string): string {
  if (/\p{Nd}/u.test(letter)) return String(digitOf(letter));
  // `⑿` is written for 12.
  return letter.normalize('NFKC').replaceAll(/\D+/g, '') || enclosedValue(letter);
}

/** Digits of a script follow one another from a code that ends in 0 or 6 (in sixteens); mathematical ones fill whole blocks. */
function digitOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  const last = code & 15;
  if (last > 9) return last - 6;
  return last >= 6 && !/\p{Nd}/u.test(String.fromCodePoint(code - last)) ? last - 6 : last;
}

/** Where white digits on black, and those in two circles, begin, and with which number: Unicode says of them alone nothing of what they are made of. */
const enclosed: readonly (readonly [from: number, first: number])[] = [
  [0x1f10b, 0],
  [0x278a, 1],
  [0x2780, 1],
  [0x2776, 1],
  [0x24ff, 0],
  [0x24f5, 1],
  [0x24eb, 11],
];

function enclosedValue(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  // The second of two kinds of nought.
  if (code === 0x1f10c) return '0';
  const [from, first] = enclosed.find(([start]) => start <= code) ?? [code, 0];
  return String(code - from + first);
}
