/** What a letter may be a sign of. */
export const signs = { digit: 1, at: 2, field: 4, encoded: 8, wide: 16, document: 32 } as const;

/** By the code of a letter; above ASCII every one is `wide`. */
export const signOfLetter = new Uint8Array(128);
for (const letter of '0123456789') signOfLetter[letter.charCodeAt(0)] = signs.digit;
for (const letter of '%\\&') signOfLetter[letter.charCodeAt(0)] = signs.encoded;
for (const letter of ':=') signOfLetter[letter.charCodeAt(0)] = signs.field;
for (const letter of '{[<(') signOfLetter[letter.charCodeAt(0)] = signs.document;
signOfLetter[64] = signs.at;

/** What a text may hold: much faster than looking for it. `digits` is how many it has, of ASCII's. */
export function signsOf(text: string): { readonly found: number; readonly digits: number } {
  let [found, digits] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const sign = code < 128 ? (signOfLetter[code] ?? 0) : signs.wide;
    found |= sign;
    if (sign === signs.digit) digits += 1;
  }
  return { found, digits };
}
