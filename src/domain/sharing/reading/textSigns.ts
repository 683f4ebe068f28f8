/** What a letter may be a sign of; `number`: there are as many digits as a person's number has. */
export const signs = { digit: 1, at: 2, field: 4, encoded: 8, wide: 16, document: 32, number: 64 } as const;

/** By the code of a letter; above ASCII every one is `wide`. */
export const signOfLetter = new Uint8Array(128);
for (const letter of '0123456789') signOfLetter[letter.charCodeAt(0)] = signs.digit;
for (const letter of '%\\&') signOfLetter[letter.charCodeAt(0)] = signs.encoded;
for (const letter of ':=') signOfLetter[letter.charCodeAt(0)] = signs.field;
for (const letter of '{[<(') signOfLetter[letter.charCodeAt(0)] = signs.document;
signOfLetter[64] = signs.at;

/** So many digits, of ASCII's, has a person's number at least. */
export const fewestDigits = 8;

/** The signs of what a text may hold: much faster than looking for it. */
export function signsOf(text: string): number {
  let found = 0;
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const sign = code < 128 ? (signOfLetter[code] ?? 0) : signs.wide;
    found |= sign;
    if (sign === signs.digit) digits += 1;
  }
  return digits < fewestDigits ? found : found | signs.number;
}
