import { isSecretField, wordsOfName } from './secretNames.ts';
import { secretsAbroad } from './secretsAbroad.ts';
import type { SecretStretch } from './secretValues.ts';
import { isNoSecret } from './secretValues.ts';
import { spokenDigits } from './spokenDigits.ts';
import { isNameAlone, isNameOfField, looksLikeValue, saysState } from './valueOfSecret.ts';

/** What joins the name of a secret with it, in a sentence. */
const verb = String.raw`[’']s|(?:,\s*(?:and\s+)?it|\s+which|\s+that)?(?:[’']s|\s+(?:(?:(?:has\s+)?(?:been|was|is)\s+)?(?:re)?(?:set|changed)\s+(?:to|as)|is|was|are|will\s+be|equals|ist|war|lautet|es|era|est|était|è|é|foi|är|er|jest|это))`;
const filler = String.raw`(?:\s+(?:now|still|currently|actually|just|called|the\s+(?:word|number|digits?)|jetzt|ahora))?`;
const joint = new RegExp(
  String.raw`(?<=[\p{L}\p{N}"’'*_\x60)])(?:(?:${verb})${filler}\s*:?\s+|(?<=(?:re)?(?:set|changed?|updated?)\s[^.!?\n]{0,40})\s+to\s+|\s?[:=]\s*|\s+[–—-]\s+)(?=\S)`,
  'giu',
);
/** The words in front of it: the name, and what says whose or what for. */
const wordsInFront = /[\p{L}\p{M}\p{N}_]+(?:[ \t-][\p{L}\p{M}\p{N}_’']+){0,7}["’'*_`)]{0,2}$/u;
/** Every letter that `wordsInFront` may hold, one by one. */
const inWords = /[\w\t "'*`)-]|[^\0-\x7f]/;
const belongs =
  /^(.*?)[ \t](?:for|to|of|on|at|in|by|from|with|für|zu|zum|zur|von|para|de|del|pour|per|di|do|da)[ \t](?:[^ \t]+[ \t]){0,4}[^ \t]+$/iu;
/** What stands right behind a name and looks like nothing but a secret: `SET password hunter2`, `put("api_key", "hunter2")`. */
const letter = String.raw`[^\s"'\x60<>(),;*]`;
const behind = new RegExp(
  String.raw`(?<=[\p{L}\p{N}])["'’*)\]]{0,2}(?:[ \t]{0,3}(?:[,.→⇒>(]|[-=~]>|<-)[ \t]{0,3}|[ \t]{1,3})(?:[bru]?["'\x60(*]{1,2})?(?=${letter}{0,40}\d)(?=${letter}{0,40}\p{L})(${letter}{5,200})`,
  'giu',
);
/** How names of codes end that a short number may follow as it is: `PIN 1234`. */
const codeInFront =
  /(?<![\p{L}\p{N}])((?:[\p{L}]+[ -]){0,2}(?:pin|otp|cvv2?|cvc2?|pass(?:code|word)|code))(?:[ \t]+(?:no|number|nr)\.?)?[ \t#№]+(?=\p{L}{2,5}\p{L}*[\s,-]|\d)/giu;
/** Something of each of them: tells most texts apart much faster. */
const mayHaveCodeInFront = /pin|otp|cv[vc]|code|password/iu;
/** `1234 is my PIN`, `use 482913 as your verification code`. */
const codeBehind =
  /(?<![^\s"'(*])([^\s"'(*]{0,40}\d[^\s"'*,;!?)]{0,80})["'*]?\s+(?:is|was|as|ist|es|est|è|é)\s+((?:[\p{L}]+[ -]){0,5}[\p{L}]+)/giu;
const mayHaveVerb = /\s(?:is|was|as|ist|es|est|è|é)\s/iu;

/** What is told to one who has to say it again: no other code is somebody's. */
const ownCode = /(?:^|[ \t])(?:my|your)[ \t]code$/iu;

const longestName = 100;
const digits = /\d(?:[ .\-–]?\d){2,}(?![\p{L}\p{N}])/uy;
const quoted = /["“”„‚‘'«`*_]{1,2}([^\n"“”‘’'«»`]{1,100}?)(?:["”’'»`]|\*{1,2}(?!\w)|_{1,2}(?!\w))/uy;
const word = /[^\s"“”<>«»]{1,200}/uy;
/** What numbers count, where they are no secret. */
const counted =
  /^\s?(?:[-‐]|x|%|(?:char(?:acter)?|letter|digit|symbol|word|token|bit|byte|day|hour|min(?:ute)?|sec(?:ond)?|week|month|year|time|attempt)s?|[kcm]?m|m?s|zeichen|stellen)(?![\p{L}\p{N}])/iu;
const algorithms =
  /^(?:(?:sha|md|aes|3?des|rsa|[rhe]s|utf|base|pbkdf|oauth|[pxv])-?\d[\d.]*(?:-\w+)?|\d+(?:st|nd|rd|th)|\d{1,2}:\d\d\S*|https?:.*|\d{4}-\d\d-\d\d\S*)$/iu;

/** The secrets of sentences: "my PIN is 1234". Only what looks like a value is one: what "is required" or "is wrong" stays. */
export function secretsOfProse(text: string): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  const hasDigit = /\d/.test(text);
  for (const { 0: joined, index } of text.matchAll(joint)) {
    const isSign = /[:=]/.test(joined.trim().charAt(0));
    const name = nameBefore(text, index, isSign);
    const value = name === undefined ? undefined : valueAt(text, index + joined.length, name);
    if (name !== undefined && value) found.push({ ...value, name });
  }
  for (const { 0: lead, 1: written = '', index } of matches(text, codeInFront, mayHaveCodeInFront.test(text))) {
    const name = secretName(written);
    const at = index + lead.length;
    const value = name === undefined ? undefined : (matchAt(spokenDigits, text, at) ?? codeAt(text, at));
    if (name !== undefined && value) found.push({ ...value, name });
  }
  const mayHaveCodeBehind = hasDigit && mayHaveVerb.test(text);
  for (const { 1: value = '', 2: words = '', index } of matches(text, codeBehind, mayHaveCodeBehind)) {
    const name = nameAmong(words);
    const end = index + value.length;
    if (name !== undefined && looksLikeSecret(value)) found.push({ start: index, end, name });
  }
  for (const { 0: joined, 1: written = '', index } of matches(text, behind, hasDigit)) {
    const value = written.replace(/[.:!?\]}]+$/u, '');
    const name = looksLikeSecret(value) ? nameBefore(text, index, false) : undefined;
    const start = index + joined.length - written.length;
    if (name !== undefined && isNameAlone(name)) found.push({ start, end: start + value.length, name });
  }
  found.push(...secretsAbroad(text, looksLikeSecret));
  return found;
}

/** What a pattern finds; most texts have nothing that it could begin with. */
function matches(text: string, pattern: RegExp, mayMatch: boolean): Iterable<RegExpExecArray> {
  return mayMatch ? text.matchAll(pattern) : [];
}

/** The name of a secret that ends at `end`, also one with words behind that say what it is for. */
function nameBefore(text: string, end: number, isSign: boolean): string | undefined {
  const line = text.slice(startOfWords(text, end), end);
  const words = wordsInFront.exec(line)?.[0].replace(/["’'*_`)]+$/u, '');
  // One word in front of a sign is read by those who know where its value ends.
  if (words === undefined || (isSign && isSecretField(words.split(/[ \t]+/u).at(-1) ?? ''))) return undefined;
  const named = secretName(words);
  if (named !== undefined) return named;
  const owner = belongs.exec(words)?.[1];
  return owner === undefined ? undefined : secretName(owner);
}

/** Where words may begin that end at `end`. A sign that stands in none of them need not be tried over, and what is in front of it. */
function startOfWords(text: string, end: number): number {
  const first = Math.max(0, end - longestName);
  let start = end;
  while (start > first && inWords.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function secretName(words: string): string | undefined {
  const name = words
    .split(/[ \t]+/u)
    .slice(-4)
    .join(' ');
  return isSecretField(name) || ownCode.test(name) ? name : undefined;
}

function nameAmong(written: string): string | undefined {
  const words = written.split(/[ -]/u);
  if (words.some((one) => /^(?:no|not|kein|keine|nicht)$/iu.test(one))) return undefined;
  const count = words.findIndex((_, index) => secretName(words.slice(0, index + 1).join(' ')) !== undefined);
  return count < 0 ? undefined : words.slice(0, count + 1).join(' ');
}

function valueAt(text: string, at: number, name: string): { start: number; end: number } | undefined {
  const inQuotes = matchAt(quoted, text, at);
  if (inQuotes) {
    const start = at + (/^["“”„‚‘'«`*_]+/u.exec(text.slice(at, at + 2))?.[0].length ?? 1);
    const end = inQuotes.end - (/["”’'»`*_]+$/u.exec(text.slice(inQuotes.end - 2, inQuotes.end))?.[0].length ?? 1);
    const value = text.slice(start, end);
    return end <= start || isNoSecret(value) || saysState(value) || isNameOfField(value) ? undefined : { start, end };
  }
  const said = matchAt(spokenDigits, text, at);
  if (said) return said;
  if (matchAt(digits, text, at)) return codeAt(text, at);
  const written = matchAt(word, text, at);
  if (!written) return undefined;
  const value = text.slice(written.start, written.end).replace(/[.,;:!?)\]}'’*]+$/u, '');
  const end = at + value.length;
  if (looksLikeSecret(value)) return { start: at, end };
  return isOwn(text, at, name) && isLastWord(text.slice(end, end + 8)) && isWordOfSecret(value, name)
    ? { start: at, end }
    : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): { start: number; end: number } | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found === undefined ? undefined : { start: at, end: at + found.length };
}

function codeAt(text: string, at: number): { start: number; end: number } | undefined {
  const number = matchAt(digits, text, at);
  if (!number || counted.test(text.slice(number.end, number.end + 16))) return undefined;
  return /^(?:19|20)\d\d-\d\d-\d\d$/.test(text.slice(at, number.end)) ? undefined : number;
}

/** Whether a word is no word of a sentence: it has digits, or marks and letters. */
function looksLikeSecret(value: string): boolean {
  if (value.length < 3 || /^[([{$%<…~]/u.test(value) || isNoSecret(value) || algorithms.test(value)) return false;
  if (/^[\d.,]+$/.test(value)) return value.replaceAll(/\D/g, '').length >= 3 && !/^\d+\.\d+$/.test(value);
  // Several words: `wrong/expired`, `user_name`.
  if (value.split(/[-/_.,+&’']/u).every((part) => /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+|[\p{Lo}\p{M}]+)$/u.test(part)))
    return false;
  return looksLikeValue(value) && !isNameOfField(value);
}

/** Whose secret it is says that a word is no word about it: "my password is sunshine". */
function isOwn(text: string, at: number, name: string): boolean {
  const lead = text.slice(Math.max(0, at - longestName - 40), at).toLowerCase();
  return (
    /(?:^|_)(?:pass_?(?:word|code|phrase)|(?:secret|memorable)_word|maiden_?name|security_answer)$/u.test(
      wordsOfName(name),
    ) && /(?<!\p{L})(?:my|our)\s[^.!?\n]*$/u.test(lead)
  );
}

function isLastWord(after: string): boolean {
  return /^[.!,]?\s*$|^[.!,]\s|^\s+and\s/iu.test(after);
}

function isWordOfSecret(value: string, name: string): boolean {
  return (
    /^\p{L}{4,}$/u.test(value) && !saysState(value) && !isNameOfField(value) && wordsOfName(value) !== wordsOfName(name)
  );
}
