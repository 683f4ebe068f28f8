import type { Name } from './nameInFront.ts';
import { isSecretHeader } from './secretNames.ts';
import type { Value } from './valueBehind.ts';
import { quotedValue, upTo } from './valueBehind.ts';

const valueBehind = /^["']?\s{0,2}(?:[,;]|\r?\n[\s-]{0,12}|\s)\s{0,4}["']?values?["']?\s?[=:]\s?(?=\S)/iu;
const partBehind = /^["']?[^\r\n]{0,200}(?:\r?\n[^\r\n]{1,150}){0,4}\r?\n\r?\n/u;

/** `name="pin" value="4321"`, the same on two lines, and a part of a form that is sent in parts. */
export function formPart(text: string, name: Name, sign: number): Value | undefined {
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
