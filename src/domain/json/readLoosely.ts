import { parse } from 'jsonc-parser';

/** The value of JSON with comments, as far as it can be read; undefined when there is nothing in it. Never throws. */
export function readLoosely(text: string): unknown {
  try {
    return parse(text, [], { allowTrailingComma: true });
  } catch {
    // Nested deeper than the parser can go.
    return undefined;
  }
}
