/** The text with U+FFFD for each half of a character that stands alone: JSON may hold them, and no address can. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
