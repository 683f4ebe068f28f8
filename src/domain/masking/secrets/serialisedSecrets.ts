import type { Stretch } from '../text/stretch.ts';
import { isSecretField } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfStretch } from './secretValues.ts';

/** A name as PHP serialises it, and the value behind it; a session's names have no quotes. */
const phpName = /\bs:\d{1,9}:"(?:\0[^\0"]{0,200}\0)?([^"]{1,200})";|(?<![\w.-])([\w.-]{1,100})\|(?=[sidbaO]:)/gu;
const phpText = /s:(\d{1,9}):"/uy;
const phpNumber = /[id]:([^;]{1,40})(?=;)/uy;
const phpValues = /(?:a|O:\d{1,9}:"[^"]{0,200}"):\d{1,9}:\{/uy;

/** A text of Redis' protocol behind its length, or a simple one, and what follows it. */
const redisText = /[$+](?:(\d{1,9})\r?\n)?/uy;
const redisName = /\$\d{1,9}\r?\n([^\r\n]{1,200})\r?\n|^\+([^\r\n]{1,200})\r?\n/gmu;
const redisNumber = /:(-?\d{1,40})(?=\r?\n|$)/uy;
/** What Redis' own shell prints: `1) "password"`. */
const redisPair = /^[ \t]*\d{1,6}\) "([^"\r\n]{1,200})"\r?\n[ \t]*\d{1,6}\) "((?:[^"\\\r\n]|\\.)*)"/gmu;

/** The secrets of what programs write for each other, each text behind its length: PHP's serialisation, and Redis' protocol. */
export function serialisedSecrets(text: string): readonly SecretStretch[] {
  const isPhp = /[sidbaO]:\d+[:;]/.test(text);
  const isRedis = /\$\d+\r?\n|^\+|\d\) "/mu.test(text);
  return [...(isPhp ? ofPhp(text) : []), ...(isRedis ? [...ofRedis(text), ...ofRedisShell(text)] : [])];
}

function ofPhp(text: string): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  phpName.lastIndex = 0;
  for (let name = phpName.exec(text); name; name = phpName.exec(text)) {
    const called = name[1] ?? name[2] ?? '';
    const at = name.index + name[0].length;
    const value = isSecretField(called) ? phpValueAt(text, at) : undefined;
    if (!value) continue;
    found.push(...secretsOfStretch(text, { ...value, name: called }));
    phpName.lastIndex = value.end;
  }
  return found;
}

function phpValueAt(text: string, at: number): Stretch | undefined {
  const length = matchAt(phpText, text, at);
  if (length) return textBehind(text, at + length[0].length, Number(length[1]), '";');
  const number = matchAt(phpNumber, text, at);
  if (number) return { start: at + 2, end: at + number[0].length };
  const values = matchAt(phpValues, text, at);
  if (!values) return undefined;
  const start = at + values[0].length;
  return { start, end: endOfValues(text, start) };
}

/** Where a map ends: its texts may have brackets within. */
function endOfValues(text: string, start: number): number {
  let depth = 1;
  const mark = /s:(\d{1,9}):"|[{}]/g;
  mark.lastIndex = start;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[1] !== undefined) mark.lastIndex = textBehind(text, mark.lastIndex, Number(found[1]), '";').end;
    else depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return text.length;
}

/** A text of so many bytes, or up to what ends it: letters may have several. */
function textBehind(text: string, start: number, length: number, close: string): Stretch {
  if (text.startsWith(close, start + length)) return { start, end: start + length };
  const end = text.indexOf(close, start);
  return { start, end: end < 0 ? text.length : end };
}

function ofRedis(text: string): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  redisName.lastIndex = 0;
  for (let name = redisName.exec(text); name; name = redisName.exec(text)) {
    const called = name[1] ?? name[2] ?? '';
    const at = name.index + name[0].length;
    const login = /^auth$/i.test(called) && name[1] !== undefined;
    const value = login
      ? lastOfLogin(text, name.index, at)
      : isSecretField(called)
        ? redisValueAt(text, at)
        : undefined;
    if (!value) continue;
    found.push(...secretsOfStretch(text, { ...value, name: login ? 'password' : called }));
    redisName.lastIndex = value.end;
  }
  return found;
}

/** `AUTH` takes a password, maybe behind a name. */
function lastOfLogin(text: string, start: number, at: number): Stretch | undefined {
  const first = redisValueAt(text, at);
  const hasName = /\*3\r?\n$/.test(text.slice(Math.max(0, start - 4), start));
  if (!first || !hasName) return first;
  return redisValueAt(text, first.end + (/^\r?\n/.exec(text.slice(first.end, first.end + 2))?.[0].length ?? 0));
}

function redisValueAt(text: string, at: number): Stretch | undefined {
  const number = matchAt(redisNumber, text, at);
  if (number) return { start: at + 1, end: at + number[0].length };
  const length = matchAt(redisText, text, at);
  if (!length) return undefined;
  const start = at + length[0].length;
  if (length[1] !== undefined) {
    const end = start + Number(length[1]);
    if (/^(?:\r?\n|$)/.test(text.slice(end, end + 2))) return { start, end: Math.min(end, text.length) };
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : text.charAt(end - 1) === '\r' ? end - 1 : end };
}

function ofRedisShell(text: string): readonly SecretStretch[] {
  return [...text.matchAll(redisPair)].flatMap(({ 0: all, 1: name = '', 2: value = '', index }) => {
    const end = index + all.length - 1;
    return isSecretField(name) ? secretsOfStretch(text, { name, start: end - value.length, end }) : [];
  });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
