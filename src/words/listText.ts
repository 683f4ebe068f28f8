/** Quoted names, of which any may be meant: `"a", "b", or "c"`. */
export function listText(names: readonly string[], language: string): string {
  const quoted = names.map((name) => `"${name}"`);
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(quoted);
}
