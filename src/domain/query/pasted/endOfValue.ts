/** Where a bare text ends: at the blank, quote or mark that does not belong to an address, unless it stands within JSON. */
export function endOfValue(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '\\') at++;
    else if (depth > 0 && letter === '"') at = endOfString(text, at);
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') {
      depth--;
      // What follows a value in JSON is the next parameter, the value of a list's, or the rest of a value that is partly encoded, or does not belong to the address.
      if (depth <= 0 && !/^(?:=|\^?&|\\u0026|\\&|%[\da-f]{2})/i.test(text.slice(at + 1, at + 7))) return at + 1;
    } else if (depth <= 0 && /[\s"'`<>;]/.test(letter)) return at;
    else if (depth <= 0 && letter === '|') {
      // Two bars begin what is added to a date; all else they begin is another command.
      if (!/^\|\|[+/-]/.test(text.slice(at, at + 3))) return at;
      at++;
    }
  }
  return text.length;
}

/** Where the string that begins at `start` has its closing quote. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
