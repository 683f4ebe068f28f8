import type { LetterCodes } from '../text/letterCodes.ts';
import { standsAt } from '../text/letterCodes.ts';
import { SignReader } from './textSigns.ts';

/** What is told of JSON as it is read. Offsets are those of the text; `found` are the signs of what a string may hold, `sum` is one of its letters. */
export interface JsonHandler {
  open(list: boolean): void;
  close(): void;
  comma(): void;
  /** The name of the value that comes next, without its quotes. */
  key(start: number, end: number, found: number, sum: number): void;
  /** A string, without its quotes. */
  string(start: number, end: number, found: number, sum: number): void;
  /** A number, a literal, or a word that is none of JSON's. */
  bare(start: number, end: number): void;
}

const quote = 34;
const apostrophe = 39;
const comma = 44;
const colon = 58;
const bareWord = /[^\s,:"'{}[\]()]+/y;
const jsonWord = /^(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)$/i;

/** A text and the codes of its letters. */
export interface Letters {
  readonly text: string;
  readonly codes: LetterCodes;
}

/**
 * Reads JSON and what is nearly JSON: cut off, or a literal of another language. Never throws, however deep and however odd it is. False
 * when there was something in it that JSON does not know.
 */
export function readJsonTokens(letters: Letters, handler: JsonHandler): boolean {
  const { text, codes } = letters;
  const { length } = text;
  const signReader = new SignReader();
  let strict = true;
  let at = 0;
  while (at < length) {
    const code = codes[at] as number;
    if (code === quote || code === apostrophe) {
      if (code === apostrophe) strict = false;
      at = readString(letters, at, signReader, handler);
    } else if (code <= 32 || code === colon) at += 1;
    else if (code === comma) {
      handler.comma();
      at += 1;
    } else if (code === 123 || code === 91 || code === 40) {
      if (code === 40) strict = false;
      handler.open(code !== 123);
      at += 1;
    } else if (code === 125 || code === 93 || code === 41) {
      handler.close();
      at += 1;
    } else if ((code === 60 || code === 62) && codes[at + 1] === code) {
      // Erlang's `<<"…">>`.
      strict = false;
      at += 2;
    } else {
      const plain = endOfPlainWord(codes, at);
      const word = plain < 0 ? wordAt(letters, at) : '';
      const end = plain < 0 ? at + word.length : plain;
      const isKey = colonAfter(letters, end);
      if (isKey || (plain < 0 && !jsonWord.test(word))) strict = false;
      if (isKey) handler.key(at, end, 0, 0);
      else handler.bare(at, end);
      at = end;
    }
  }
  return strict;
}

const literals: Readonly<Record<number, string>> = { 116: 'true', 102: 'false', 110: 'null' };

/** Where a whole number or a literal of JSON ends that begins at `at`, as most words are; -1 for any other. */
function endOfPlainWord(codes: LetterCodes, at: number): number {
  let end = at;
  while (isDigit(codes[end] as number)) end += 1;
  const literal = end > at ? undefined : literals[codes[at] as number];
  if (literal !== undefined && standsAt(codes, at, literal)) end = at + literal.length;
  const after = codes[end];
  return end > at && (after === comma || after === 125 || after === 93) ? end : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** An apostrophe within a word begins no string. */
function wordAt({ text, codes }: Letters, at: number): string {
  bareWord.lastIndex = at;
  const word = bareWord.exec(text)?.[0] ?? text.charAt(at);
  const end = at + word.length;
  if (codes[end] !== apostrophe || /^[brufBRUF]{1,2}$/.test(word)) return word;
  const [rest = ''] = /^'\p{L}[^\s,:"'{}[\]()]*/u.exec(text.slice(end, end + 20)) ?? [];
  return word + rest;
}

/** Reads a string that begins at `start`; what comes after it. One that has lost its end goes to the text's. */
function readString(letters: Letters, start: number, signReader: SignReader, handler: JsonHandler): number {
  const { text, codes } = letters;
  const stop = signReader.read(codes, start + 1, text.length, codes[start] as number);
  const { found, sum } = signReader;
  if (colonAfter(letters, stop + 1)) handler.key(start + 1, stop, found, sum);
  else handler.string(start + 1, stop, found, sum);
  return stop + 1;
}

function colonAfter({ text, codes }: Letters, at: number): boolean {
  if (codes[at] === colon) return at < text.length;
  let next = at;
  while (next < text.length && (codes[next] as number) <= 32) next += 1;
  return next < text.length && codes[next] === colon;
}
