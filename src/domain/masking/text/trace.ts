/** The longest row of ASCII's letters and digits in a text: it stands in whatever holds the text, however its marks and blanks are written. */
export function traceOf(text: string): string {
  const [longest = ''] = (text.match(/[A-Za-z\d]+/g) ?? []).sort((a, b) => b.length - a.length);
  return longest;
}

/** A text for a pattern that finds it. */
export function escapedPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
