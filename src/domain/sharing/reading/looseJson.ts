import { fewestDigits, signOfLetter, signs } from './textSigns.ts';

/** What is told of JSON as it is read. Offsets are those of the text; `found` are the signs of what a string may hold. */
export interface JsonHandler {
  open(list: boolean): void;
  close(): void;
  comma(): void;
  /** The name of the value that comes next, without its quotes. */
  key(start: number, end: number, found: number): void;
  /** A string, without its quotes. */
  string(start: number, end: number, found: number): void;
  /** A number, a literal, or a word that is none of JSON's. */
  bare(start: number, end: number): void;
}

const [comma, colon, quote, apostrophe, backslash] = [44, 58, 34, 39, 92];
const bareWord = /[^\s,:"'{}[\]()]+/y;
const jsonWord = /^(?:-?\d[\d.eE+-]*|true|false|null)$/;

/**
 * Reads JSON and what is nearly JSON: cut off, or a literal of another language. Never throws, however deep and however odd it is. False
 * when there was something in it that JSON does not know.
 */
export function readJsonTokens(text: string, handler: JsonHandler): boolean {
  let strict = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === colon) at += 1;
    else if (code === quote || code === apostrophe) {
      if (code === apostrophe) strict = false;
      at = readString(text, at, handler);
    } else if (code === comma) {
      handler.comma();
      at += 1;
    } else if (code === 123 || code === 91 || code === 40) {
      if (code === 40) strict = false;
      handler.open(code !== 123);
      at += 1;
    } else if (code === 125 || code === 93 || code === 41) {
      handler.close();
      at += 1;
    } else {
      const word = wordAt(text, at);
      const end = at + word.length;
      const isKey = colonAfter(text, end);
      if (isKey || !jsonWord.test(word)) strict = false;
      if (isKey) handler.key(at, end, 0);
      else handler.bare(at, end);
      at = end;
    }
  }
  return strict;
}

/** An apostrophe within a word begins no string. */
function wordAt(text: string, at: number): string {
  bareWord.lastIndex = at;
  const word = bareWord.exec(text)?.[0] ?? text.charAt(at);
  const end = at + word.length;
  if (text.charCodeAt(end) !== apostrophe || /^[brufBRUF]{1,2}$/.test(word)) return word;
  const [rest = ''] = /^'\p{L}[^\s,:"'{}[\]()]*/u.exec(text.slice(end, end + 20)) ?? [];
  return word + rest;
}

/** Reads a string that begins at `start`; what comes after it. One that has lost its end goes to the text's. */
function readString(text: string, start: number, handler: JsonHandler): number {
  const close = text.charCodeAt(start);
  let end = start + 1;
  let found = 0;
  let digits = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === close) break;
    const sign = code < 128 ? (signOfLetter[code] ?? 0) : signs.wide;
    found |= sign;
    digits += sign & signs.digit;
    end += code === backslash ? 2 : 1;
  }
  const stop = Math.min(end, text.length);
  if (digits >= fewestDigits) found |= signs.number;
  if (colonAfter(text, stop + 1)) handler.key(start + 1, stop, found);
  else handler.string(start + 1, stop, found);
  return stop + 1;
}

function colonAfter(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && text.charCodeAt(next) <= 32) next += 1;
  return text.charCodeAt(next) === colon;
}
