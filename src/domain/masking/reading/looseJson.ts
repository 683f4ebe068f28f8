import { SignReader } from './textSigns.ts';

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

const [comma, colon, quote, apostrophe] = [44, 58, 34, 39];
const bareWord = /[^\s,:"'{}[\]()]+/y;
const jsonWord = /^(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)$/i;

/**
 * Reads JSON and what is nearly JSON: cut off, or a literal of another language. Never throws, however deep and however odd it is. False
 * when there was something in it that JSON does not know.
 */
export function readJsonTokens(text: string, handler: JsonHandler): boolean {
  const signReader = new SignReader();
  let strict = true;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === colon) at += 1;
    else if (code === quote || code === apostrophe) {
      if (code === apostrophe) strict = false;
      at = readString(text, at, signReader, handler);
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
      const plain = endOfPlainWord(text, at);
      const word = plain < 0 ? wordAt(text, at) : '';
      const end = plain < 0 ? at + word.length : plain;
      const isKey = colonAfter(text, end);
      if (isKey || (plain < 0 && !jsonWord.test(word))) strict = false;
      if (isKey) handler.key(at, end, 0);
      else handler.bare(at, end);
      at = end;
    }
  }
  return strict;
}

const literals: Readonly<Record<number, string>> = { 116: 'true', 102: 'false', 110: 'null' };

/** Where a whole number or a literal of JSON ends that begins at `at`, as most words are; -1 for any other. */
function endOfPlainWord(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  const literal = end > at ? undefined : literals[text.charCodeAt(at)];
  if (literal !== undefined && text.startsWith(literal, at)) end = at + literal.length;
  const after = text.charCodeAt(end);
  return end > at && (after === comma || after === 125 || after === 93) ? end : -1;
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
function readString(text: string, start: number, signReader: SignReader, handler: JsonHandler): number {
  const stop = signReader.read(text, start + 1, text.charCodeAt(start));
  const { found } = signReader;
  if (colonAfter(text, stop + 1)) handler.key(start + 1, stop, found);
  else handler.string(start + 1, stop, found);
  return stop + 1;
}

function colonAfter(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && text.charCodeAt(next) <= 32) next += 1;
  return text.charCodeAt(next) === colon;
}
