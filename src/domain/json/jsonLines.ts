import { parseJson } from './parseJson.ts';

/** The values of a text with a JSON document on each line, blank lines left out; undefined when a line is none. */
export function jsonLines(text: string): readonly unknown[] | undefined {
  const values: unknown[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    // RFC 7464 begins each with a mark of its own.
    const written = line.startsWith('\u001e') ? line.slice(1) : line;
    if (written.trim() === '') continue;
    try {
      values.push(parseJson(written));
    } catch {
      return undefined;
    }
  }
  return values.length > 0 ? values : undefined;
}
