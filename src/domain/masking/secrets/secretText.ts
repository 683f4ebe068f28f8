import { percent } from '../text/encodings.ts';
import { secretsOfColumns } from './secretColumns.ts';
import { secretsByForm } from './secretForms.ts';
import { secretsOfInserts } from './secretInserts.ts';
import { secretsOfLists } from './secretLists.ts';
import { isSecretField, isSecretHeader, isSecretParameter, nameOfSecret } from './secretNames.ts';
import { secretsOfProse } from './secretProse.ts';
import { secretsOfTables } from './secretTables.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfValue } from './secretValues.ts';
import { serialisedSecrets } from './serialisedSecrets.ts';
import { spokenDigits } from './spokenDigits.ts';
import { saysState } from './valueOfSecret.ts';

/** The secrets of a text that is no document of its own: by the name in front of them, or by how they look. In order, none within another. `headers`: its names are those of headers. */
export function findSecrets(text: string, headers = false): readonly SecretStretch[] {
  const found = [
    ...namedSecrets(text, headers),
    ...secretsOfOptions(text),
    ...passwordsOfAddresses(text),
    ...secretsByForm(text),
    ...(nameOfSecret.test(text) ? secretsByLayout(text) : []),
  ];
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((secret) => {
      if (secret.start < end) return false;
      end = secret.end;
      return true;
    });
}

/** Those that stand where a name says that they do, without a sign between. */
function secretsByLayout(text: string): readonly SecretStretch[] {
  return [
    secretsOfTables,
    secretsOfColumns,
    secretsOfLists,
    secretsOfInserts,
    serialisedSecrets,
    secretsOfProse,
  ].flatMap((read) => read(text));
}

function namedSecrets(text: string, headers: boolean): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[:=]/g)) {
    if (index < from) continue;
    const name = nameBefore(text, index);
    const value =
      name &&
      (formPart(text, name, index) ??
        (isSecret(text, name, { sign: index, headers }) && valueAfter(text, name, index)));
    if (!name || !value) continue;
    from = value.end;
    const called = value.name ?? name.plain;
    for (const secret of secretsOfValue(called, text.slice(value.start, value.end))) {
      found.push({ name: secret.name, start: value.start + secret.start, end: value.start + secret.end });
    }
  }
  return found;
}

/** A name in front of a colon or an equals sign. */
interface Name {
  readonly start: number;
  readonly plain: string;
  /** What stands in front of it. */
  readonly lead: string;
}

const nameLetter = /[\p{L}\p{M}\p{N}_$.%-]/u;
const longestName = 100;
const longestBlank = 16;

function nameBefore(text: string, sign: number): Name | undefined {
  let end = sign;
  while (end > sign - longestBlank && /[ \t]/.test(text.charAt(end - 1))) end -= 1;
  const behind = end;
  // A type around it: `AnyHashable("pin")`.
  if (text.charAt(end - 1) === ')' && /["']/.test(text.charAt(end - 2))) end -= 1;
  while (/["'`\]\\]/.test(text.charAt(end - 1)) && end > behind - 9) end -= 1;
  let start = end;
  while (start > 0 && start > end - longestName && nameLetter.test(text.charAt(start - 1))) start -= 1;
  if (start === end) return undefined;
  const written = text.slice(start, end);
  const plain = written.includes('%') ? written.replaceAll(percent.escape, percent.meaning) : written;
  // Between quotes of its own it is not in those of a longer text.
  return { start, plain, lead: end < behind ? '' : text.charAt(start - 1) };
}

function isSecret(
  text: string,
  { plain, lead, start }: Name,
  { sign, headers }: { sign: number; headers: boolean },
): boolean {
  if (headers ? isSecretHeader(plain) : isSecretField(plain)) return true;
  if (isInQuery(text, start, lead)) return isSecretParameter(plain);
  if (text.charAt(sign) !== ':' || !isSecretHeader(plain)) return false;
  // `key: value` is anybody's.
  return (
    plain.includes('-') ||
    (isAtLineStart(text, start) && !/^\s*["']?[\p{L}_]+["']?(?:[\s,;]|$)/u.test(text.slice(sign + 1, sign + 80)))
  );
}

function isInQuery(text: string, start: number, lead: string): boolean {
  return lead === '?' || lead === '&' || (lead === '#' && text.charAt(start - 2) !== ' ');
}

function isAtLineStart(text: string, start: number): boolean {
  return /(?:^|[\r\n])[\s>*-]{0,8}$/.test(text.slice(Math.max(0, start - 9), start));
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
}

function valueAfter(text: string, name: Name, sign: number): Value | undefined {
  if (text.startsWith('://', sign)) return undefined;
  let start = sign + 1;
  while (/[=>]/.test(text.charAt(start)) && start < sign + 3) start += 1;
  while (/[ \t]/.test(text.charAt(start))) start += 1;
  const below = text.charAt(sign) === ':' && linesBelow(text, name.start, start);
  if (below) return below;
  typed.lastIndex = start;
  if (typed.test(text)) start = typed.lastIndex;
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
function quotedValue(text: string, at: number): Value | undefined {
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

function upTo(text: string, start: number, stop: RegExp): number {
  stop.lastIndex = start;
  return stop.exec(text)?.index ?? text.length;
}

const valueBehind = /^["']?\s{0,2}(?:[,;]|\r?\n[\s-]{0,12}|\s)\s{0,4}["']?values?["']?\s?[=:]\s?(?=\S)/iu;
const partBehind = /^["']?[^\r\n]{0,200}(?:\r?\n[^\r\n]{1,150}){0,4}\r?\n\r?\n/u;

/** `name="pin" value="4321"`, the same on two lines, and a part of a form that is sent in parts. */
function formPart(text: string, name: Name, sign: number): Value | undefined {
  if (!/^(?:name|key|id)$/iu.test(name.plain)) return undefined;
  const called = calledAfter(text, sign + 1);
  const plain = called && text.slice(called.start, called.end);
  if (!called || plain === undefined || !isSecretHeader(plain)) return undefined;
  const rest = text.slice(called.end, called.end + 400);
  const value = valueBehind.exec(rest);
  if (value) {
    const start = called.end + value[0].length;
    return { ...(quotedValue(text, start) ?? { start, end: upTo(text, start, /[,;\r\n}\]]/gu) }), name: plain };
  }
  const blank = text.charAt(sign) === '=' ? partBehind.exec(rest) : undefined;
  if (!blank) return undefined;
  const start = called.end + blank[0].length;
  return { start, end: upTo(text, start, /\r?\n--|$/g), name: plain };
}

/** The name that an entry is called by, in quotes or a single word. */
function calledAfter(text: string, at: number): Value | undefined {
  let start = at;
  while (text.charAt(start) === ' ' && start < at + 3) start += 1;
  const quoted = quotedValue(text, start);
  if (quoted) return quoted;
  const [word = ''] = /^[\w.-]{1,64}/u.exec(text.slice(start, start + 64)) ?? [];
  return word === '' ? undefined : { start, end: start + word.length };
}

const option =
  /(?<![^\s"'(])--?([\p{L}][\p{L}\p{N}_-]{0,63})\s+(?=[^\s-])|(?<![^\s"'({[,])(?::|(?<=[({[]))["']?([\p{L}][\p{L}\p{N}_-]{0,63})["']?\s+(?:\.\s+)?(?=")|(?<![\p{L}\p{N}_-])([\p{L}][\p{L}\p{N}_-]{0,63})["']?\s?->\s?(?=["'])/gu;
/** Who asks, and the password, as curl takes them. */
const user = /(?<![^\s"'(])(?:-[uU]\s*|--(?:proxy-)?user[\s=]+)["']?[^\s:"']{1,100}:(?=\S)/gu;

/** Secrets that follow an option of a command, a keyword, a bracket or an arrow: `--api-key …`, `-u name:…`, `:pin "…"`, `(pin "…")`, `pin -> …`. */
function secretsOfOptions(text: string): readonly SecretStretch[] {
  if (!/(?<![^\s"'(])-|->|[:([{]\s?["']?[\p{L}][\p{L}\p{N}_-]*["']?\s+(?:\.\s+)?"/u.test(text)) return [];
  const named = [...text.matchAll(option)].filter(({ 1: a, 2: b, 3: c = '' }) => isSecretHeader(a ?? b ?? c));
  return [...named, ...text.matchAll(user)]
    .map(({ 0: lead, 1: a, 2: b, 3: c, index }) => {
      const name = a ?? b ?? c ?? 'password';
      const at = index + lead.length;
      const quoted = name === 'password' && /["']/.exec(lead)?.[0];
      const { start, end } = (quoted ? undefined : quotedValue(text, at)) ?? {
        start: at,
        end: upTo(text, at, quoted ? new RegExp(quoted, 'g') : /[\s"'`]|$/g),
      };
      return { start, end, name };
    })
    .filter(({ start, end }) => !saysState(text.slice(start, end)));
}

function passwordsOfAddresses(text: string): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  const authority = /[^\s/?#"'<>\\]*/uy;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    authority.lastIndex = at + 3;
    const written = authority.exec(text)?.[0] ?? '';
    const end = written.lastIndexOf('@');
    const start = written.indexOf(':') + 1;
    if (start > 0 && start < end) found.push({ start: at + 3 + start, end: at + 3 + end, name: 'url password' });
  }
  return found;
}
