import { Automaton } from './automaton.ts';
import { classes, runs } from './generated/wordClasses.ts';
import { token } from './wordRules.ts';

/** Longer tokens are cut; counted in UTF-16 units, and never inside a surrogate pair. */
const longestToken = 255;

/** What words are found by. It takes as long to make as linting a query, and most queries need none of it. */
class WordTables {
  readonly automaton = new Automaton(token, classes);
  /** The class of each character. */
  readonly classTable = unpack(runs);
}
const made: { tables?: WordTables } = {};

/** The tokens of a text as Elasticsearch's standard analysis makes them: words by UAX #29, lower-cased, nothing else. */
export function analyse(text: string): readonly string[] {
  made.tables ??= new WordTables();
  const { tables } = made;
  const ascii = isAscii(text);
  const source = ascii ? text.toLowerCase() : text;
  const tokens: string[] = [];
  for (let at = 0; at < source.length; ) {
    const end = longestMatch(source, at, tables);
    if (end > at) tokens.push(ascii ? source.slice(at, end) : lowerCased(source.slice(at, end)));
    at = end > at ? end : at + widthAt(source, at);
  }
  return tokens;
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is whether anything lies outside ASCII
  return /^[\x00-\x7f]*$/.test(text);
}

/** Where the longest token that starts at `start` ends; `start` itself when none does. */
function longestMatch(text: string, start: number, { automaton, classTable }: WordTables): number {
  let state: ReturnType<Automaton['step']> = automaton.start;
  let end = start;
  for (let at = start; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    at += point > 0xffff ? 2 : 1;
    if (at - start > longestToken) break;
    state = automaton.step(state, classTable[point] ?? 0);
    if (state === null) break;
    if (state.accepts) end = at;
  }
  return end;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** By code point: a sigma at the end of a word stays what it is everywhere else. */
function lowerCased(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  // The one character whose own lower case is two characters in JavaScript, and one in Java.
  return Array.from(word, (character) => (character === 'İ' ? 'i' : character.toLowerCase())).join('');
}

/** One byte for each character up to the last that has any property. */
function unpack(packed: string): Uint8Array {
  const table = new Uint8Array(0x110000);
  let at = 0;
  for (const [, letter = 'A', length] of packed.matchAll(/([A-Za-z])(\d*)/g)) {
    const end = at + Number(length || 1);
    const code = letter.charCodeAt(0);
    table.fill(code < 97 ? code - 65 : code - 97 + 26, at, end);
    at = end;
  }
  return table;
}
