import type { Encoding } from './decodedText.ts';
import { characterNamed } from './entityNames.ts';

const jsonLetters: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Strings of JSON, and of the languages that escape as it does. */
export const jsonString: Encoding = {
  escape:
    /\\(?:u[\da-fA-F]{4}|[ux]\{[\da-fA-F]{1,6}\}|[xX][\da-fA-F]{2}|U[\da-fA-F]{8}|U[\da-fA-F]{4}|[0-3][0-7]{2}|["'\\/bfnrt])/gu,
  mark: '\\',
  meaning(written) {
    const letter = written.charAt(1);
    if (/\d/.test(letter)) return String.fromCharCode(Number.parseInt(written.slice(1), 8));
    if (!/[ux]/i.test(letter)) return jsonLetters[letter] ?? letter;
    const code = Number.parseInt(written.slice(2).replace('{', ''), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
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
  escape: /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f]){1,3}|%u[\da-f]{4}/giu,
  mark: '%',
  meaning(written) {
    // As `escape` of JavaScript writes it.
    if (/^%u/i.test(written)) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  },
  quote: (quote) => encodeURIComponent(quote),
};

/** XML and HTML. */
export const entities: Encoding = {
  escape: /&(?:#\d{1,7};?|#x[\da-f]{1,6};?|[a-z]{2,8};)/giu,
  mark: '&',
  meaning(written) {
    const name = written.slice(1).replace(';', '');
    if (!name.startsWith('#')) return characterNamed(name) ?? written;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
  },
  quote: (quote) => quote.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
};

/** Mails: `=2B`, and line ends that say that the line goes on. */
export const quotedPrintable: Encoding = {
  escape: /=(?:[0-7][\da-f]|(?:\r|\\r)?(?:\n|\\n)|[c-f][\da-f](?:=[89ab][\da-f]){1,3})/giu,
  mark: '=',
  meaning(written) {
    if (/[\s\\]/.test(written)) return '';
    try {
      return decodeURIComponent(written.replaceAll('=', '%'));
    } catch {
      return written;
    }
  },
  quote: (quote) => quote,
};

/** A text of which every letter is written so. */
export const quotedRun = /(?:=[\da-f]{2}(?:=(?:\r|\\r)?(?:\n|\\n))?){3,}/giu;

/** Several bytes one after the other: an equals sign in front of two digits is mostly a form's. */
export const isQuotedPrintable = /(?:=[\da-f]{2}(?:=(?:\r|\\r)?(?:\n|\\n))?){3}|=\?[\w-]{2,20}\?q\?/iu;

/** Letters of ASCII that are written wide, in another style, or with marks that are not seen between them. */
export const disguise: Encoding = {
  escape: /(?<=[!-~])[\p{M}\p{Cf}]+|[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/gu,
  mark: '',
  meaning(written) {
    if (/^[\p{M}\p{Cf}]/u.test(written)) return '';
    const letter = written.normalize('NFKC');
    return /^[!-~]$/.test(letter) ? letter : written;
  },
  quote: (quote) => quote,
};

/** Something of every text that is disguised so. */
export const isDisguised = /[!-~][\p{M}\p{Cf}]|[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}]/u;
