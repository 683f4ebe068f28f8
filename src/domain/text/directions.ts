/** The text with every override of the writing direction as `[U+202E]`. */
export function nameOverrides(text: string): string {
  return text.replaceAll(/[\u202D\u202E]/gu, codePoint);
}

/** The text with everything named that turns the writing direction of what follows it: overrides, embeddings and isolates. */
export function nameDirections(text: string): string {
  return text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, codePoint);
}

function codePoint(character: string): string {
  return `[U+${character.codePointAt(0)?.toString(16).toUpperCase()}]`;
}

/** JSON with overrides, embeddings and isolates of the writing direction as escapes, which say the same. */
export function withDirectionsEscaped(json: string): string {
  return json.replaceAll(
    /[\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
