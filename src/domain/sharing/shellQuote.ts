/** `text` as one word of a POSIX shell. Nothing within single quotes means anything to a shell, but a single quote ends them. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
