import type { Name } from './nameInFront.ts';
import { isAtLineStart, isInQuery } from './nameInFront.ts';
import { spokenDigits } from './spokenDigits.ts';

/** What stands behind a name; `name` where that is told otherwise. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
}

/** The value behind a colon or an equals sign. */
export function valueAfter(text: string, name: Name, sign: number): Value | undefined {
  if (text.startsWith('://', sign)) return undefined;
  let start = sign + 1;
  while (/[=>]/.test(text.charAt(start)) && start < sign + 3) start += 1;
  while (/[ \t]/.test(text.charAt(start))) start += 1;
  const below = text.charAt(sign) === ':' && linesBelow(text, name.start, start);
  if (below) return below;
  for (const lead of [declared, typed, called]) {
    lead.lastIndex = start;
    if (lead.test(text)) start = lead.lastIndex;
  }
  const isList = /[[({]/.test(text.charAt(start));
  const listEnd = isList ? closingBracket(text, start) : 0;
  if (isList) start += 1;
  const quoted = quotedValue(text, start);
  if (isList && listEnd - start > (quoted?.end ?? start) - start)
    return { start: quoted?.start ?? start, end: listEnd };
  if (quoted) return quoted;
  return { start, end: isList ? listEnd : bareEnd(text, { name, sign, start }) };
}

/** What PHP says of a value in front of it: `string(4) "4321"`, `int(4321)`, `Array (`. */
const typed = /\s*(?:string\(\d+\)\s*(?=")|(?:int|float|Array\s*)(?=\())/uy;
/** The type of a variable, between its name and its value: `password: String = "…"`. */
const declared =
  /(?:Optional\[)?(?:&(?:'static )?)?(?:String|string|str|Str|NSString|SecretStr|SecureString|chr|char|text|varchar|bytes|any|Any)\]?\??(?:\s?\|\s?\w+)?\s?=?\s?(?=[bru]?["'\x60])/uy;
/** What is called with it: `md5("…")`. */
const called = /[A-Za-z_][\w.]{0,40}\(\s?(?=["'])/uy;
const restOfLine = /(?:[|>][-+\d]{0,2})?[ \t]*\r?\n/uy;

/** The lines of YAML that belong to a name in front of them: those that are indented more. */
function linesBelow(text: string, name: number, start: number): Value | undefined {
  restOfLine.lastIndex = start;
  if (!restOfLine.test(text)) return undefined;
  const first = restOfLine.lastIndex;
  const line = text.slice(text.lastIndexOf('\n', name) + 1, name);
  if (!/^[\s-]*["']?$/.test(line)) return undefined;
  const indented = new RegExp(
    String.raw`(?:[ \t]{${line.replace(/["']$/, '').length + 1},}\S[^\r\n]*(?:\r?\n|$)|[ \t]*\r?\n)+`,
    'y',
  );
  indented.lastIndex = first;
  const lines = indented.exec(text)?.[0] ?? '';
  const value = lines.trim();
  if (value === '') return undefined;
  const at = first + lines.indexOf(value);
  return { start: at, end: at + value.length };
}

/** Where a list ends that begins at `start`, or its text. */
function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (/[[({]/.test(letter)) depth += 1;
    else if (/[\])}]/.test(letter)) depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

/** Between quotes of any kind, escaped or with a letter in front as Python writes them. */
export function quotedValue(text: string, at: number): Value | undefined {
  const open = /^[bru]{0,2}("""|'''|\\*["'`])/iu.exec(text.slice(at, at + 12));
  const quote = open?.[1];
  if (!open || !quote) return undefined;
  const start = at + open[0].length;
  if (quote.length > 1) {
    const close = text.indexOf(quote, start);
    return { start, end: close < 0 ? text.length : close };
  }
  let end = start;
  // Doubled, as SQL and tables write it, it closes nothing.
  const isDoubled = (): boolean => end > start && text.charAt(end + 1) === quote;
  while (end < text.length && (text.charAt(end) !== quote || isDoubled())) {
    end += text.charAt(end) === '\\' || text.charAt(end) === quote ? 2 : 1;
  }
  return { start, end: Math.min(end, text.length) };
}

const nextName = String.raw`[,;&]\s*["']?[\p{L}\p{N}_.%-]{1,64}["']?\s?[=:]`;
const nextPart = new RegExp(nextName, 'u');
// A closing quote or bracket, but none within the value.
const endInAddress = /[&#;\s"`<>]|[')](?![\w%.~-])/gu;
const endInBraces = new RegExp(String.raw`[\]}\r\n]|${nextName}`, 'gu');
const endOfLine = /[\r\n]/gu;
/** Lines that go on with a header. */
const folded = /(?:\r?\n[ \t]+[^\s:=][^\r\n:]*(?=[\r\n]|$))+/uy;
const word = /(?:(?:bearer|basic|digest|token)\s+)?(?:\\ |[^\s"'`<>()[\]{}])*/iuy;

/** Where a secret without quotes ends: with its line, its part of an address, or its word. */
function bareEnd(text: string, { name, sign, start }: { name: Name; sign: number; start: number }): number {
  const colon = text.charAt(sign) === ':';
  if (isInQuery(text, name.start, name.lead) || (name.lead === ';' && !colon)) {
    const end = upTo(text, start, endInAddress);
    const isInSentence = /\s/.test(text.charAt(end)) && /[.,;:!?]/.test(text.charAt(end - 1));
    return isInSentence ? end - 1 : end;
  }
  if (name.lead === '"') return upTo(text, start, /["\r\n]/gu);
  if (/['`]/.test(name.lead)) return upTo(text, start, /['`\r\n]/gu);
  if (colon && (isAtLineStart(text, name.start) || /authorization$|cookie$/iu.test(name.plain))) {
    const end = upTo(text, start, endOfLine);
    folded.lastIndex = end;
    return name.plain.includes('-') && folded.test(text) ? folded.lastIndex : end;
  }
  if (/[{[][^{}[\]]*$/u.test(text.slice(Math.max(0, name.start - 200), name.start))) {
    return upTo(text, start, endInBraces);
  }
  spokenDigits.lastIndex = start;
  if (/^\p{L}/u.test(text.charAt(start)) && spokenDigits.test(text)) return spokenDigits.lastIndex;
  word.lastIndex = start;
  const written = word.exec(text)?.[0] ?? '';
  const cut = written.search(nextPart);
  return start + (cut >= 0 ? cut : written.replace(/[.,;:!?]+$/u, '').length);
}

export function upTo(text: string, start: number, stop: RegExp): number {
  stop.lastIndex = start;
  return stop.exec(text)?.index ?? text.length;
}
