/** A secret that is known from elsewhere: found wherever it stands. */
export interface KnownSecret {
  readonly value: string;
  /** Finds it in a text. */
  readonly pattern: RegExp;
}

/** What is said of many things is covered only where it is all of a text. */
export function knownSecret(value: string): KnownSecret {
  const isTelling = value.length >= 10 || (value.length >= 4 && /\p{Nd}/u.test(value));
  const written = value.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replaceAll(/\s+/gu, String.raw`\s+`);
  const pattern = isTelling ? `(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])` : `(?<=^\\s*)${written}(?=\\s*$)`;
  return { value, pattern: new RegExp(pattern, 'giu') };
}
