import { asList, asNumber, asText, isRecord } from '../json/looseValues.ts';
import { entriesOf } from '../json/writtenEntries.ts';
import { soapFaultIn } from './soapFault.ts';
import { parseLeniently } from './steps.ts';

/** An error that the body of an answer tells of, whatever its code says. */
export interface ToldError {
  /** What says so, with the envelopes around it: `errors`, `data.success`. */
  readonly key: string;
  /** What is said: the words of the error where it has any, its value otherwise. */
  readonly text: string;
}

/** What counts: keys as they are without case, prefix, `_` and `-`, and which of their values tell of an error. */
const telling: readonly (readonly [keys: readonly string[], tells: (value: unknown) => boolean])[] = [
  [
    [
      ...['error', 'errors', 'errormessage', 'errormsg', 'errortype', 'errorcode', 'errcode', 'err'],
      ...['exception', 'exceptionmessage', 'fault', 'usererrors'],
    ],
    saysSomething,
  ],
  [
    ['success', 'successful', 'succeeded', 'issuccess', 'issuccessful', 'ok'],
    (value) => isWord(value, /^(?:false|no|0)$/iu),
  ],
  [['iserror', 'haserror', 'haserrors', 'failed', 'failure'], (value) => isWord(value, /^(?:true|yes|1)$/iu)],
  [
    ['status', 'result', 'outcome', 'state'],
    (value) => isWord(value, /^(?:errors?|err|fail|failed|failure|fault|ko|nok|unsuccessful)$|^error:/iu),
  ],
  [['type', 'code'], (value) => isWord(value, /^(?:errors?|failure|fault|exception)$/iu)],
  [['status'], (value) => value === false],
  [
    ['status', 'statuscode', 'httpstatus', 'httpcode', 'httpstatuscode', 'responsecode'],
    (value) => isErrorCode(asNumber(value)),
  ],
];

/** Around what was answered; looked into, as other objects are what the answer is about: an order may have failed, the answer has not. */
const envelopes: ReadonlySet<string> = new Set([
  ...[
    'data',
    'd',
    'body',
    'response',
    'responses',
    'result',
    'results',
    'payload',
    'envelope',
    'meta',
    'header',
    'status',
  ],
]);
const deepest = 4;

/** Longer than what a person reads at a glance; all of it stands in the answer. */
const longest = 300;

/** Keys whose text is the error itself. */
const ownWords: ReadonlySet<string> = new Set(['error', 'errors', 'errormessage', 'exception', 'fault']);

/** Where an error has its words, the best first. */
const wordsOfErrors: readonly string[] = [
  ...['message', 'errormessage', 'errordescription', 'detail', 'details', 'reason', 'faultstring', 'description'],
  ...['title', 'text', 'msg', 'error', 'errors', 'code', 'errorcode'],
];

/** Cheap to look for, and in every body that tells of an error. */
const mayTell = /err|exception|fault|succe|\bok\b|fail|stat(?:us|e)|outcome|result|code/iu;

/** The first error that a body tells of. Bodies may be values, or text that holds JSON or XML, within one another. */
export function toldErrorIn(payload: unknown, depth = 0): ToldError | undefined {
  if (depth > deepest || (typeof payload === 'string' && !mayTell.test(payload))) return undefined;
  const body = parseLeniently(typeof payload === 'string' ? withoutWrapping(payload) : payload);
  if (typeof body === 'string') return isQuoted(body) ? toldErrorIn(unquoted(body), depth + 1) : soapFaultIn(body);
  // A batch of questions is answered by a list.
  if (Array.isArray(body)) return firstOf(body.slice(0, 100), (item) => toldErrorIn(item, depth + 1));
  if (!isRecord(body)) return undefined;
  const entries = entriesOf(body);
  for (const [keys, tells] of telling) {
    const found = entries.find(([key, value]) => keys.includes(plainKey(key)) && tells(value));
    if (!found) continue;
    const [key, value] = found;
    // `true`, a code and a kind of error say less than the words beside them.
    const inside = typeof value !== 'string' || ownWords.has(plainKey(key)) ? wordsOf(value) : undefined;
    return { key, text: cutShort(inside ?? wordsOf(body) ?? asText(value) ?? '') };
  }
  return firstOf(entries, ([key, value]) => {
    const inside = envelopes.has(plainKey(key)) ? toldErrorIn(value, depth + 1) : undefined;
    return inside && { key: `${key}.${inside.key}`, text: inside.text };
  });
}

/** JSON without what browsers want around it: a mark, a guard against scripts, a call. */
function withoutWrapping(text: string): string {
  const plain = text.replace(/^\uFEFF?\s*(?:\)\]\}',?\s*)?/u, '');
  return /^[\w.$]{1,100}\(([[{][\s\S]*[\]}])\);?\s*$/u.exec(plain)?.[1] ?? plain;
}

/** Whether an error is there at all: services write `null`, an empty list or `{"code": 0}` where there is none. */
function saysSomething(value: unknown, depth = 0): boolean {
  if (depth > deepest) return true;
  if (Array.isArray(value)) return value.some((item) => saysSomething(item, depth + 1));
  if (isRecord(value)) return entriesOf(value).some(([, inside]) => saysSomething(inside, depth + 1));
  return !isWord(value ?? '', /^\s*(?:|0+|false|null|none|nil|undefined|no?|f|no[ _-]?errors?|n\/a|ok|success)\s*$/iu);
}

function isQuoted(text: string): boolean {
  return /^\s*"/u.test(text);
}

/** A text of JSON that is written as JSON once more. */
function unquoted(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cutShort(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** The words of an answer that is an error, where it has any that are known as such. */
export function wordsOfError(value: unknown): string | undefined {
  const words = wordsOf(value);
  return words && cutShort(words);
}

/** The words of an error, or of what stands beside it. */
function wordsOf(value: unknown, depth = 0): string | undefined {
  if (depth > deepest) return undefined;
  if (typeof value === 'string') return saysSomething(value) && !isWord(value, /^(?:true|yes)$/iu) ? value : undefined;
  if (Array.isArray(value)) return firstOf(asList(value).slice(0, 100), (item) => wordsOf(item, depth + 1));
  if (!isRecord(value)) return undefined;
  const entries = entriesOf(value);
  return firstOf(wordsOfErrors, (name) =>
    firstOf(entries, ([key, inside]) => (plainKey(key) === name ? wordsOf(inside, depth + 1) : undefined)),
  );
}

function plainKey(key: string): string {
  return key
    .slice(key.indexOf(':') + 1)
    .replaceAll(/[_-]/gu, '')
    .toLowerCase();
}

function isWord(value: unknown, word: RegExp): boolean {
  return !isRecord(value) && !Array.isArray(value) && word.test(String(value));
}

function isErrorCode(code: number | undefined): boolean {
  return code !== undefined && code >= 400 && code < 600;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
