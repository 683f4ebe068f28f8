import { isSecretField, mayNameSecret, wordsOfName } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { isCodeOf, isNameOfField, isValueOf, looksLikeValue } from './valueOfSecret.ts';

/** A line that names a secret and nothing else: `Passwords:`, `# API keys`. */
const headline =
  /(?<![^\n\r])[ \t>#*_]{0,8}([\p{L}][\p{L}\p{M}\p{N}_-]*(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*){0,2})[*_]{0,2}[ \t]?(:?)[*_]{0,2}[ \t]*(?:\r\n|[\n\r])([ \t]*[-=─~]{3,}[ \t]*(?:\r\n|[\n\r])|[ \t]*(?:\r\n|[\n\r]))?/giu;
const item = /([ \t]*(?:[-*•·–+][ \t]+|\d{1,3}[.)][ \t]+)?["'`]?)([^\s"'`]{1,500})["'`]?[ \t,;]*(?:\r\n|[\n\r]|$)/uy;

/** The secrets of a list below a line that names them, one in each line. In order. */
export function secretsOfLists(text: string): readonly SecretStretch[] {
  if (!/[\n\r]/.test(text)) return [];
  const found: SecretStretch[] = [];
  headline.lastIndex = 0;
  for (let head = headline.exec(text); head; head = headline.exec(text)) {
    const [all, name = '', colon = '', between = ''] = head;
    if (!mayNameSecret(name) || !isSecretField(name)) {
      headline.lastIndex = head.index + Math.max(1, all.length - between.length);
      continue;
    }
    const isTold = (colon !== '' || /s$/i.test(name) || /[-=─~]/u.test(between)) && !/^[ \t\n\r]+$/.test(between);
    headline.lastIndex = readItems(text, head.index + all.length, { name, isTold, found });
  }
  return found;
}

/** Reads items that begin at `start`; where they end. `isTold`: that it is a list is told, so that a plain word may be one. */
function readItems(
  text: string,
  start: number,
  { name, isTold, found }: { name: string; isTold: boolean; found: SecretStretch[] },
): number {
  let at = start;
  for (;;) {
    item.lastIndex = at;
    const read = item.exec(text);
    if (!read || read[0] === '') return at;
    const [all, lead = '', value = ''] = read;
    if (!isItem(name, value, isTold || /\S[ \t]/.test(lead))) return at;
    const from = at + lead.length;
    found.push({ name, start: from, end: from + value.length });
    at += all.length;
  }
}

function isItem(name: string, value: string, isTold: boolean): boolean {
  // Another name with its value, or the next headline.
  if (/^[\p{L}_-]+[:=]|:$/u.test(value)) return false;
  // Of a protocol that says how long what follows is.
  if (/^[$*%]\d+$/.test(value)) return false;
  if (/^\d+$/.test(value)) return isCodeOf(singular(name), value);
  if (!isValueOf(singular(name), value) || isNameOfField(value)) return false;
  return looksLikeValue(value) ? /\d/.test(value) || isTold : isTold && value.length > 3;
}

function singular(name: string): string {
  return wordsOfName(name).replace(/s$/, '');
}
