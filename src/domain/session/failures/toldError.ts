import type { LooseRecord } from '../../json/looseValues.ts';
import { asList, asNumber, asText, isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import { parseLeniently } from '../steps.ts';
import { xmlBody } from './xmlBody.ts';

/** An error that the body of an answer tells of, whatever its code says. */
export interface ToldError {
  /** What says so, with the envelopes around it: `errors`, `data.success`. */
  readonly key: string;
  /** What is said: the words of the error where it has any, its value otherwise. */
  readonly text: string;
  /** Why it counts. */
  readonly rule: ToldErrorRule;
}

/** The table of what counts; `docs/webhook-errors.md` says it in words. */
export type ToldErrorRule = 'named' | 'noSuccess' | 'failed' | 'status' | 'code' | 'problem' | 'text';

/** Keys as they are without case, prefix, `_` and `-`, and which of their values tell of an error. */
const telling: readonly (readonly [
  rule: ToldErrorRule,
  keys: RegExp,
  tells: (value: unknown, body: LooseRecord) => boolean,
])[] = [
  [
    'named',
    /^(?:odata\.)?(?:errors?|errormessage|errormsg|errortype|errorcode|errcode|err|errorresponse|fault|faultstring|faultcode|(?:service)?exception(?:report)?|exceptionmessage|soapfault|\w*usererrors)$/u,
    (value) => saysSomething(value),
  ],
  [
    'noSuccess',
    /^(?:is)?(?:success|successful|succeeded|ok)$/u,
    (value) => isWord(value, /^\s*(?:false|no?|f|0)\s*$/iu),
  ],
  ['failed', /^(?:iserror|haserrors?|failed|failure)$/u, (value) => isWord(value, /^\s*(?:true|yes|1)\s*$/iu)],
  [
    'status',
    /^(?:status|stat|result|outcome|state|ack)$/u,
    (value) =>
      isWord(
        value,
        /^\s*(?:errors?|err|fail|failed|failure|fault|ko|nok|not[ _-]?ok|unsuccessful|exception)\s*$|^\s*error:/iu,
      ),
  ],
  ['status', /^(?:type|\w*code)$/u, (value) => isWord(value, /^(?:errors?|failed|failure|fault|exception)$/iu)],
  ['noSuccess', /^status$/u, (value) => value === false],
  [
    'code',
    /^(?:status|statuscode|httpstatus|httpcode|httpstatuscode|responsecode)$/u,
    // With its words, as in the first line of an answer: `500 Internal Server Error`.
    (value) => isErrorCode(asNumber(value)) || isWord(value, /^[45]\d\d [A-Z][a-z]/u),
  ],
  [
    'code',
    /^code$/u,
    (value, body) => isErrorCode(asNumber(value)) && entriesOf(body).some(([key]) => messageKey.test(plainKey(key))),
  ],
];

/** What is said beside a code that may be anything. */
const messageKey = /^(?:message|msg|detail|reason|description|errordescription)$/u;

/** Those of a whole answer that also hold for what one operation of GraphQL gave. */
const ofOperations = telling.filter(([rule]) => rule === 'named' || rule === 'noSuccess');

/** Around what was answered; looked into, as other objects are what the answer is about: an order may have failed, the answer has not. */
const envelopes = /^(?:data|d|body|\w*responses?|\w*results?|\w*reply|payload|envelope|meta|header|\w*status|rsp)$/u;
const deepest = 6;

/** Longer than what a person reads at a glance; all of it stands in the answer. */
const longest = 300;

/** Keys whose text is the error itself. */
const ownWords = /^(?:errors?|errormessage|exception|fault|faultstring)$/u;

/** Where an error has its words, the best first. */
const wordsOfErrors: readonly string[] = [
  ...['message', 'errormessage', 'faultstring', 'errordescription', 'detail', 'details', 'reason', 'description'],
  ...['title', 'text', 'msg', 'error', 'errors', 'code', 'errorcode', 'errcode', 'faultcode', 'errortype'],
];

/** Cheap to look for, and in every body that tells of an error. */
const mayTell = /err|exception|fault|succe|ok\W|fail|stat|outcome|result|code|prob|about:/iu;

/** A text that is no JSON and begins with the word for it, as logs and forms do. */
const errorText =
  /^\s*((?:[\w.]{0,100}(?:error|exception))|fault|fatal)(?:\s+[\w-]{0,20}\d[\w-]{0,20})?\s*[:=](?!\s*(?:none|null|no|0|n\/a|false|ok)\s*$)/iu;

/** The first error that a body tells of. Bodies may be values, or text that holds JSON or XML, within one another. */
export function toldErrorIn(payload: unknown, depth = 0): ToldError | undefined {
  if (depth > deepest || (typeof payload === 'string' && !mayTell.test(payload))) return undefined;
  const body = parseLeniently(typeof payload === 'string' ? withoutWrapping(payload) : payload);
  if (typeof body === 'string') return toldInText(body, depth);
  // A batch of questions is answered by a list.
  if (Array.isArray(body)) return firstOf(body.slice(0, 100), (item) => toldErrorIn(item, depth + 1));
  return isRecord(body) ? toldInRecord(body, depth) : undefined;
}

function toldInText(text: string, depth: number): ToldError | undefined {
  if (isQuoted(text)) return toldErrorIn(unquoted(text), depth + 1);
  const xml = xmlBody(text);
  if (!xml) {
    const name = errorText.exec(text)?.[1];
    return name === undefined ? undefined : { key: name, text: cutShort(firstLine(text)), rule: 'text' };
  }
  // Whatever the document is called, it is the answer.
  const told = toldInRecord(xml, depth) ?? firstOf(entriesOf(xml), ([, document]) => toldErrorIn(document, depth + 1));
  return told && { ...told, key: told.key.slice(told.key.lastIndexOf('.') + 1) };
}

function toldInRecord(body: LooseRecord, depth: number): ToldError | undefined {
  const entries = entriesOf(body);
  return (
    toldBy(telling, body) ??
    problemIn(body) ??
    firstOf(entries, ([key, value]) => {
      const name = plainKey(key);
      if (!envelopes.test(name)) return undefined;
      const inside = toldErrorIn(value, depth + 1) ?? (name === 'data' ? toldByOperation(value) : undefined);
      return inside && { ...inside, key: `${key}.${inside.key}` };
    })
  );
}

function toldBy(rows: typeof telling, body: LooseRecord): ToldError | undefined {
  const entries = entriesOf(body);
  for (const [rule, keys, tells] of rows) {
    const found = entries.find(([key, value]) => keys.test(plainKey(key)) && tells(value, body));
    if (!found) continue;
    const [key, value] = found;
    // `true`, a code and a kind of error say less than the words beside them.
    const inside = typeof value !== 'string' || ownWords.test(plainKey(key)) ? wordsOf(value) : undefined;
    return { key, text: cutShort(inside ?? wordsOf(body) ?? asText(value) ?? ''), rule };
  }
  return undefined;
}

/** GraphQL answers with the name of each operation, and what it gave: `{"data": {"orderCreate": {"userErrors": […]}}}`. */
function toldByOperation(data: unknown): ToldError | undefined {
  if (!isRecord(data)) return undefined;
  return firstOf(entriesOf(data), ([operation, value]) => {
    const told = isRecord(value) ? toldBy(ofOperations, value) : undefined;
    return told && { ...told, key: `${operation}.${told.key}` };
  });
}

/** Problem details (RFC 9457) without their status. */
function problemIn({ type, title, detail }: LooseRecord): ToldError | undefined {
  if (typeof type !== 'string' || typeof title !== 'string') return undefined;
  if (type !== 'about:blank' && !/^(?:[a-z]+:|\/).*(?:probs?\b|problem|error|exception)/iu.test(type)) return undefined;
  return { key: 'type', text: cutShort(asText(detail) ?? title), rule: 'problem' };
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
  return !isWord(
    value ?? '',
    /^\s*(?:|0+|false|null|none|nil|undefined|no?|f|no[ _-]?errors?|n\/a|ok|success|\[\s*\]|\{\s*\})\s*$/iu,
  );
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

function firstLine(text: string): string {
  return text.trim().split(/\r?\n/u, 1)[0] ?? '';
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
    .replaceAll(/[@#$_-]/gu, '')
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
