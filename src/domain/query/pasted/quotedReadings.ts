import { endOfValue } from './endOfValue.ts';

/** What may have been meant by the rest of a text that began with the quote `opening` (none: `''`), the likeliest first. */
export function quotedReadings(rest: string, opening: string): readonly string[] {
  const bare = rest.slice(0, endOfValue(rest));
  switch (opening) {
    case "'": {
      const [quoted = ''] = /^(?:[^']|'\\''|'')*/.exec(rest) ?? [];
      return [quoted.replaceAll(/'\\''|''/g, "'"), quoted, unescaped(quoted)];
    }
    case '"': {
      const [quoted = ''] = /^(?:[^"\\`]|[\\`][\s\S]|"")*/.exec(rest) ?? [];
      const plain = quoted.replaceAll(/`([\s\S])/g, '$1').replaceAll('""', '"');
      return [plain, unescaped(plain), unescaped(quoted), plain.replaceAll(/\^([\s\S])/g, '$1'), bare];
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
      return [unescaped(quoted), withoutEncoder(quoted), quoted];
    }
    default:
      return [bare, unescaped(bare)];
  }
}

/** The quote that the word around `index` begins with: `${base}/insights/…` may stand in it too. */
export function openingBefore(text: string, index: number): string {
  const before = text.slice(0, index).replace(/[^\s"'`]*$/, '');
  return /(?:\$'|\^"|\\"|["'`])$/.exec(before)?.[0] ?? '';
}

/** What a template of JavaScript encodes where it stands. */
function withoutEncoder(text: string): string {
  return text.replaceAll(/\$\{encodeURIComponent\((["'])([\s\S]*?)\1\)\}/g, (_, _quote, value: string) =>
    encodeURIComponent(value),
  );
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
