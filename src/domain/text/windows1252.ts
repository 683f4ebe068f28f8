/** What the bytes 80 to 9F stand for; those that are free stand for themselves. */
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A text that was decoded as Windows-1252 by what may have taken it for Latin-1, as Node 20 does. */
export function asWindows1252(decoded: string): string {
  return decoded.replaceAll(/[\u0080-\u009f]/g, (letter) => letters.charAt(letter.charCodeAt(0) - 0x80));
}
