import type { Node } from 'jsonc-parser';
import { childrenOf, itemsOf, itemsOrItself, propertiesOf } from '../../json/jsonProperties.ts';
import type { ParsedQuery } from '../query.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';
import { queryKeys } from './shapeProblems.ts';

/** The header, or a variable of that name, with a value beside it, anywhere in the text: in a comment, in a pasted command, escaped or not. */
const header =
  /(?:x[-_])?vgai[-_]?(?:api[-_]?)?key(?:[\\"'`\]]*[ \t]*(?:=>|[:=]|%3A)(?:[ \t]|%20)*[\\"'`]*|[\\"'`]+,[ \t]*(?:[\\"']+value[\\"']+[ \t]*:[ \t]*)?[\\"'`]+)(?:(?:Bearer|Basic|Token)[ \t]+)?([\w.~+/=-]{6,})/gi;

/** Beside it without a sign, as in tags and lists of words. */
const headerBeside = /x-vgai-key(?:[ \t]+|>)([\w-]{12,})/gi;
const authorization =
  /\bauthorization[\\"'`\]]*[ \t]*(?:=>|[:=,])[ \t]*[\\"'`]*(?:Bearer|Basic|Token)[ \t]+([\w.~+/=-]{6,})/gi;

/** What stands for a key: a word, or what a program calls it by. A key has digits, or is long. */
function isPlaceholder(text: string): boolean {
  return !/\d/.test(text) && (text.length < 20 || /[_.]/.test(text));
}

function isRandom(text: string): boolean {
  return /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

const secretNames =
  /^(x[-_]?)?(vgai[-_]?|vonage[-_]?|nexmo[-_]?|insights[-_]?)?(api[-_]?key|key|token|secret|password|authorization)$|^x[-_]?vgai[-_]?key$/i;

/** What a request calls its key. */
const keyHeader = /^(?:x[-_]?)?(?:vgai|vonage|nexmo|api)[-_]?(?:api[-_]?)?key$/i;

const webToken = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;

/** Long, with small and capital letters and digits: ids of the service have no capitals. */
const randomToken = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{24,256}(?![\w-])/g;

/** Whether most of a token is words, as in `CallersWhoWaitedLongerThan30Seconds`: of a hundred random tokens of that length not one is. */
function isMadeOfWords(token: string): boolean {
  const words = (token.match(/[A-Za-z]?[a-z]{3,}/g) ?? []).filter((word) => /[aeiouy]/i.test(word));
  return words.join('').length >= 0.55 * token.replaceAll(/[-_]/g, '').length;
}

/** Texts that look like an API key. There is no place for one in a query file. */
export function findKeyProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  const add = (offset: number, length: number, place = { offset, length }) => {
    const overlaps = found.some(
      (other) =>
        other.code === 'apiKey' && other.keyOffset < offset + length && offset < other.keyOffset + other.keyLength,
    );
    if (!overlaps) found.push(problem(place, { code: 'apiKey', keyOffset: offset, keyLength: length }));
  };
  for (const pattern of [header, headerBeside, authorization]) {
    for (const match of query.text.matchAll(pattern)) {
      const key = match[1] ?? '';
      const isKey = pattern === headerBeside ? isRandom(key) : !isPlaceholder(key);
      if (isKey) add(match.index + match[0].length - key.length, key.length);
    }
  }
  for (const { name, node, value } of query.properties) {
    if (value?.type !== 'string' || String(value.value) === '' || String(value.value).includes('${')) continue;
    const unknown = !queryKeys.includes(name);
    if (unknown && secretNames.test(name)) add(value.offset + 1, lengthWithin(query.text, value), node);
    else if (unknown || name === 'name' || name === 'description' || name === 'connection')
      inString(query, value, [webToken, randomToken], add);
  }
  for (const { id, node } of query.inputs) {
    const named = secretNames.test(id?.value ?? '');
    for (const { name, value } of propertiesOf(node)) {
      const texts = name === 'options' ? itemsOf(value) : value && name !== 'id' ? [value] : [];
      for (const text of texts.filter(({ type, value }) => type === 'string' && !String(value).includes('${'))) {
        const isValue = name === 'default' || name === 'options';
        if (named && isValue && text.value !== '' && !isPlaceholder(String(text.value)))
          add(text.offset + 1, lengthWithin(query.text, text));
        else inString(query, text, [webToken, randomToken], add);
      }
    }
  }
  for (const clause of query.clauses) {
    for (const { path, value } of clause.parts.flatMap((part) => part.fields)) {
      if (value?.type !== 'string') continue;
      const text = String(value.value);
      if (path === 'api_key' && text.length > 6 && !text.includes('${'))
        add(value.offset + 1, lengthWithin(query.text, value));
      else inString(query, value, [webToken], add);
    }
  }
  for (const { name, value } of query.properties) {
    if (value && (ofAnalysis.has(name) || !queryKeys.includes(name)))
      eachNamedKey(value, (text) => add(text.offset + 1, lengthWithin(query.text, text)));
  }
  return found;
}

const ofAnalysis: ReadonlySet<string> = new Set(['refine', 'aggs', 'expect']);

/** The texts below a node that are called like a key, by their own name or, in pairs of a name and a value, by what stands beside them. */
function eachNamedKey(node: Node, take: (text: Node) => void): void {
  const members = propertiesOf(node);
  const isPair = members.some(({ value }) => value?.type === 'string' && keyHeader.test(String(value.value)));
  for (const { name, value } of members) {
    if (!value || !(isPair || secretNames.test(name))) continue;
    for (const text of itemsOrItself(value)) if (text.type === 'string' && isKey(String(text.value))) take(text);
  }
  for (const child of childrenOf(node)) eachNamedKey(child, take);
}

function isKey(text: string): boolean {
  return text.length > 6 && !text.includes('${') && !keyHeader.test(text) && !isPlaceholder(text);
}

/** How long a string is without its quotes; the closing one may not be there yet. */
function lengthWithin(text: string, { offset, length }: Node): number {
  return length > 1 && text[offset + length - 1] === '"' ? length - 2 : length - 1;
}

function inString(
  query: ParsedQuery,
  node: Node,
  patterns: readonly RegExp[],
  add: (offset: number, length: number) => void,
): void {
  const raw = query.text.slice(node.offset, node.offset + node.length);
  for (const pattern of patterns) {
    for (const { 0: token, index } of raw.matchAll(pattern)) {
      if (pattern === webToken || !isMadeOfWords(token)) add(node.offset + index, token.length);
    }
  }
}
