/** Engines refuse texts of a thousand bytes and more. */
const mostBytes = 700;
const mostLettersBehind = 4;

/**
 * Whether an engine may refuse a pattern, or a bound of texts: it makes an automaton of it, which grows with its length, and doubles with each
 * `?` behind a `*`.
 */
export function isTooComplex(text: string, isWildcard = false): boolean {
  if (Buffer.byteLength(text) > mostBytes) return true;
  const star = isWildcard ? text.indexOf('*') : -1;
  return star >= 0 && text.slice(star).split('?').length - 1 > mostLettersBehind;
}
