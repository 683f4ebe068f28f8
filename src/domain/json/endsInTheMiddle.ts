/**
 * Whether a text begins as JSON and was cut off: something in it is still open at its end. What is whole and no JSON (`NaN`, single quotes,
 * a comment behind it) was not.
 */
export function endsInTheMiddle(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let before = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    // A single quote is one only where a value or a name begins: elsewhere it is an apostrophe.
    const mayBegin = '{[,:'.includes(before);
    if (letter === '"' || (letter === "'" && mayBegin)) {
      at = closingQuote(text, at, letter);
      // Where no string begins, the quotes before it were within one, and were not escaped.
      if (at < 0) return mayBegin;
    } else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
    if (depth === 0) return false;
    if (letter.trim() !== '') before = letter;
  }
  return true;
}

function closingQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}
