/** Codes of the letters that JSON is made of. */
export const letters = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** Where the string that begins at `start` ends: behind its closing quote. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === letters.backslash) before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

/** Where the number or word that begins at `start` ends. */
export function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isBetweenWords(text.charCodeAt(end))) end++;
  return end;
}

function isBetweenWords(code: number): boolean {
  return code <= 0x20 || code === letters.comma || code === letters.closeList || code === letters.closeObject;
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
