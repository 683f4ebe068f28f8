import type { Encoding } from './decodedText.ts';

const jsonLetters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Strings of JSON, and of the languages that escape as it does. */
export const jsonString: Encoding = {
  escape: /\\(?:u[\da-f]{4}|x[\da-f]{2}|["'\\/bfnrt])/giu,
  mark: '\\',
  meaning(written) {
    const letter = written.charAt(1);
    if (letter === 'u' || letter === 'x') return String.fromCharCode(Number.parseInt(written.slice(2), 16));
    return jsonLetters[letter] ?? letter;
  },
  quote: (quote) => JSON.stringify(quote).slice(1, -1),
  wholly(raw) {
    try {
      return String(JSON.parse(`"${raw}"`));
    } catch {
      // Another language's string, or one that is cut off.
      return undefined;
    }
  },
};

/** Addresses and forms. One letter at a time; what is no UTF-8 stands for itself. */
export const percent: Encoding = {
  escape: /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f]){1,3}/giu,
  mark: '%',
  meaning(written) {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  },
  quote: (quote) => encodeURIComponent(quote),
};

const entityLetters: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  commat: '@',
  equals: '=',
  gt: '>',
  lt: '<',
  nbsp: '\u00a0',
  num: '#',
  period: '.',
  plus: '+',
  quot: '"',
};

/** XML and HTML. */
export const entities: Encoding = {
  escape: /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu,
  mark: '&',
  meaning(written) {
    const name = written.slice(1, -1);
    if (!name.startsWith('#')) return entityLetters[name] ?? written;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  },
  quote: (quote) => quote.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
};
