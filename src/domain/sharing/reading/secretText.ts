import { percent } from './encodings.ts';
import { isSecretField, isSecretHeader, isSecretParameter } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfValue } from './secretValues.ts';

/** The secrets of a text that is no document of its own: by the name in front of them, or by how they look. In order, none within another. `headers`: its names are those of headers. */
export function findSecrets(text: string, headers = false): readonly SecretStretch[] {
  const found = [...namedSecrets(text, headers), ...passwordsOfAddresses(text), ...knownForms(text)];
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((secret) => {
      if (secret.start < end) return false;
      end = secret.end;
      return true;
    });
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

const nameLetter = /[\p{L}\p{N}_$.%-]/u;
const longestName = 64;

function nameBefore(text: string, sign: number): Name | undefined {
  let end = sign;
  while (end > sign - 4 && text.charAt(end - 1) === ' ') end -= 1;
  const behind = end;
  while (/["'`\]\\]/.test(text.charAt(end - 1)) && end > sign - 12) end -= 1;
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
  return text.charAt(sign) === ':' && isSecretHeader(plain) && (plain.includes('-') || isAtLineStart(text, start));
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
  const isList = /[[({]/.test(text.charAt(start));
  const listEnd = isList ? closingBracket(text, start) : 0;
  if (isList) start += 1;
  const quoted = quotedValue(text, start);
  if (isList && listEnd - start > (quoted?.end ?? start) - start)
    return { start: quoted?.start ?? start, end: listEnd };
  if (quoted) return quoted;
  return { start, end: isList ? listEnd : bareEnd(text, { name, sign, start }) };
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
  const open = /^[bru]{0,2}(\\*["'`])/iu.exec(text.slice(at, at + 12));
  const quote = open?.[1];
  if (!open || !quote) return undefined;
  const start = at + open[0].length;
  if (quote.length > 1) {
    const close = text.indexOf(quote, start);
    return { start, end: close < 0 ? text.length : close };
  }
  let end = start;
  while (end < text.length && text.charAt(end) !== quote) end += text.charAt(end) === '\\' ? 2 : 1;
  return { start, end: Math.min(end, text.length) };
}

const nextName = String.raw`[,;&]\s*["']?[\p{L}\p{N}_.%-]{1,64}["']?\s?[=:]`;
const nextPart = new RegExp(nextName, 'u');
// A closing quote or bracket, but none within the value.
const endInAddress = /[&#;\s"`<>]|[')](?![\w%.~-])/gu;
const endInBraces = new RegExp(String.raw`[\]}\r\n]|${nextName}`, 'gu');
const endOfLine = /[\r\n]/gu;
const word = /(?:(?:bearer|basic|digest|token)\s+)?[^\s"'`<>()[\]{}]*/iuy;

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
    return upTo(text, start, endOfLine);
  }
  if (/[{[][^{}[\]]*$/u.test(text.slice(Math.max(0, name.start - 200), name.start))) {
    return upTo(text, start, endInBraces);
  }
  word.lastIndex = start;
  const written = word.exec(text)?.[0] ?? '';
  const cut = written.search(nextPart);
  return start + (cut >= 0 ? cut : written.replace(/[.,;:!?]+$/u, '').length);
}

function upTo(text: string, start: number, stop: RegExp): number {
  stop.lastIndex = start;
  return stop.exec(text)?.index ?? text.length;
}

/** `name="pin" value="4321"`, and a part of a form that is sent in parts. */
function formPart(text: string, name: Name, sign: number): Value | undefined {
  if (text.charAt(sign) !== '=' || !/^(?:name|key|id)$/iu.test(name.plain)) return undefined;
  const called = quotedValue(text, sign + 1);
  const plain = called && text.slice(called.start, called.end);
  if (!called || plain === undefined || !isSecretHeader(plain)) return undefined;
  const rest = text.slice(called.end, called.end + 400);
  const value = /^["']\s{1,4}value\s?=\s?["']/iu.exec(rest);
  if (value) return { ...quotedValue(text, called.end + value[0].length - 1), name: plain } as Value;
  const blank = /^["'][^\r\n]{0,200}(?:\r?\n[^\r\n]{1,150}){0,4}\r?\n\r?\n/u.exec(rest);
  if (!blank) return undefined;
  const start = called.end + blank[0].length;
  return { start, end: upTo(text, start, /\r?\n--|$/g), name: plain };
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

const bearer = /(?<![\p{L}\p{N}])(bearer\s+)([\w.~+/=-]{8,})/giu;
const basic = /(?<![\p{L}\p{N}])(basic\s+)([a-z\d+/]{6,}={0,2})/giu;
const jsonWebToken = /(?<![\w-])()(eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/gu;
const privateKey = /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)([^-]+)/gu;

/** What tells base64 from a word. */
const encodedWord = /=$|\d|[a-z][A-Z]|[+/]/;

function knownForms(text: string): readonly SecretStretch[] {
  return [bearer, basic, jsonWebToken, privateKey].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ index, 1: lead = '', 2: value = '' }) => {
      if (form === basic && !encodedWord.test(value)) return [];
      const start = index + lead.length;
      return [{ start, end: start + value.replace(/[.,]$/u, '').length, name: 'token' }];
    }),
  );
}
