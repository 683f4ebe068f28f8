import { isSecretField } from './secretNames.ts';
import type { Cutter, Secret, Template } from './template.ts';
import { joined, mapTexts } from './template.ts';

/** Strings (Python's too; the last one may have lost its end), what stands between names and values, and everything else as it is. */
const token = /"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*'|[{}[\]:,]|[^\s"{}[\]:,]+|\s+/gsu;

/** JSON nested in JSON more often than this is text. */
const deepest = 8;

/**
 * JSON with the values of secret fields cut out, JSON in its strings included; everything else stays letter by letter, but for what
 * is masked. Reads what is not quite JSON too: a payload may be cut off.
 */
export function jsonTemplate(text: string, cutter: Cutter, depth = 0): Template {
  const pieces: (string | Secret)[] = [];
  /** The secret field that each open object or list belongs to, if one. */
  const open: (string | undefined)[] = [];
  let name: string | undefined;
  const tokens = text.match(token) ?? [];
  for (const [index, part] of tokens.entries()) {
    const secret = open.at(-1) ?? (name !== undefined && isSecretField(name) ? name : undefined);
    if (part === '{' || part === '[') {
      open.push(secret);
      name = undefined;
    } else if (part === '}' || part === ']') open.pop();
    if (part === ',' || part === '}' || part === ']') name = undefined;
    if (isName(tokens, index)) {
      name = /^["']/u.test(part) ? readString(part).value : part;
      pieces.push(part);
    } else pieces.push(...valueTemplate(part, { secret, cutter, depth }));
  }
  return pieces;
}

function isName(tokens: readonly string[], index: number): boolean {
  if (/^[\s{}[\]:,]/u.test(tokens[index] ?? '')) return false;
  const next = tokens[index + 1];
  return next === ':' || (next?.trim() === '' && tokens[index + 2] === ':');
}

interface Place {
  readonly secret: string | undefined;
  readonly cutter: Cutter;
  readonly depth: number;
}

function valueTemplate(part: string, place: Place): Template {
  const { secret, cutter } = place;
  if (/^(?:[\s{}[\]:,]|(?:true|false|null|None)$)/u.test(part)) return [part];
  if (/^"|^'.*'$/su.test(part)) return stringTemplate(part, place);
  if (secret !== undefined) return [cutter.cut(secret, part)];
  if (!/^[-\d]/u.test(part)) return cutter.text(part);
  const masked = cutter.mask(part);
  return [masked === part ? part : JSON.stringify(masked)];
}

function stringTemplate(part: string, { secret, cutter, depth }: Place): Template {
  const { value, open, encode, close } = readString(part);
  if (value === '') return [part];
  if (secret !== undefined) return [open, cutter.cut(secret, value), close];
  const nested = /^\s*[{[]/u.test(value) && depth < deepest;
  const template = joined(nested ? jsonTemplate(value, cutter, depth + 1) : cutter.text(value));
  // Written again only when something in it changed.
  if (template.length === 1 && template[0] === value) return [part];
  return [open, ...mapTexts(template, encode), close];
}

interface ReadString {
  readonly value: string;
  readonly open: string;
  readonly close: string;
  readonly encode: (text: string) => string;
}

/** A string as it is meant; what is none of JSON's (Python's, control characters in it, no end) as it is written. */
function readString(part: string): ReadString {
  try {
    const value: unknown = JSON.parse(part);
    const encode = (text: string): string => JSON.stringify(text).slice(1, -1);
    if (typeof value === 'string') return { value, open: '"', close: '"', encode };
  } catch {
    // As it is written, below.
  }
  const open = part.slice(0, 1);
  const close = part.length > 1 && part.endsWith(open) ? open : '';
  return { value: part.slice(1, part.length - close.length), open, close, encode: (text) => text };
}
