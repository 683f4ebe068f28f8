import { queryOfUrl } from './addressQuery.ts';
import { endOfValue } from './endOfValue.ts';

const address = /(?:https?:\/\/[^\s"'`<>^\\]*(?:<REGION>[^\s"'`<>^\\]*)?)?\/insights\/sessions\/?\\?\?/i;

/**
 * The address of a search in a text (a bare address, a command of any shell, a request line, code), as far as it reaches and without
 * the marks of what it stood in. Undefined when there is none.
 */
export function findUrl(text: string): string | undefined {
  const found = address.exec(text);
  if (!found) return undefined;
  const head = found[0].replace('\\', '');
  const rest = text.slice(found.index + found[0].length);
  const readings = readingsOf(rest, openingBefore(text, found.index)).map((reading) => head + reading.trim());
  // How a text was quoted is not always plain to see: of all readings, the one whose filter can be read is the one that was meant.
  return readings.find((url) => queryOfUrl(url) !== undefined) ?? readings[0];
}

/** The quote that the word around `index` begins with: `${base}/insights/…` may stand in it too. */
function openingBefore(text: string, index: number): string {
  const before = text.slice(0, index).replace(/[^\s"'`]*$/, '');
  return /(?:\$'|\^"|\\"|["'`])$/.exec(before)?.[0] ?? '';
}

/** What may have been meant by the rest of a text, the likeliest first. */
function readingsOf(rest: string, opening: string): readonly string[] {
  const bare = rest.slice(0, endOfValue(rest));
  switch (opening) {
    case "'": {
      const [quoted = ''] = /^(?:[^']|'\\''|'')*/.exec(rest) ?? [];
      return [quoted.replaceAll(/'\\''|''/g, "'"), quoted, unescaped(quoted)];
    }
    case '"': {
      const [quoted = ''] = /^(?:[^"\\`]|[\\`][\s\S]|"")*/.exec(rest) ?? [];
      const plain = quoted.replaceAll(/`([\s\S])/g, '$1').replaceAll('""', '"');
      return [plain, unescaped(plain), unescaped(quoted), bare];
    }
    case '\\"': {
      const [quoted = ''] = /^(?:[^\\]|\\[^"])*/.exec(rest) ?? [];
      return [quoted, unescaped(quoted), unescaped(unescaped(rest.slice(0, endOfEscaped(rest))))];
    }
    case '^"': {
      const [quoted = ''] = /^(?:[^^\\]|\^?\\\^"|\\|\^[^"])*/.exec(rest) ?? [];
      const plain = quoted.replaceAll(/\^?\\\^"/g, '"').replaceAll(/\^([\s\S])/g, '$1');
      return [plain, unescaped(plain)];
    }
    case "$'":
    case '`': {
      const [quoted = ''] = (opening === '`' ? /^(?:[^`\\]|\\[\s\S])*/ : /^(?:[^'\\]|\\[\s\S])*/).exec(rest) ?? [];
      return [unescaped(quoted), quoted];
    }
    default:
      return [bare, unescaped(bare)];
  }
}

/** Where a text within escaped quotes ends whose own quotes are escaped once more. */
function endOfEscaped(text: string): number {
  const end = text.search(/(?<!\\)\\"/);
  return end < 0 ? text.length : end;
}

/** A text without one level of backslashes, as shells and the strings of programs write them. */
function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
    (_, unicode, byte, other: string | undefined) =>
      other === undefined ? String.fromCharCode(Number.parseInt(unicode ?? byte, 16)) : other,
  );
}
