import { jsonWebToken, scheme, secretField } from './redaction.ts';

/** The place of a secret in a text. One secret has one name, made of `A-Z`, digits and `_`. */
export interface Secret {
  readonly name: string;
}

/** A text whose secrets are cut out. */
export type Template = readonly (string | Secret)[];

/** Cuts secrets out of one request, and masks what else is personal in it. */
export interface Cutter {
  /** Every secret so far, in order. */
  readonly secrets: readonly Secret[];
  /** A place for `value`, named after the field that held it. */
  cut(field: string, value: string): Secret;
  /** Text that is no secret as a whole: what looks like one within it is cut out, the rest is masked. */
  text(text: string): Template;
  mask(text: string): string;
}

/** Names of variables that a shell has a meaning of its own for. */
const reserved: Readonly<Record<string, string>> = { PWD: 'PASSWORD', OLDPWD: 'OLD_PASSWORD' };

export function createCutter(mask: (text: string) => string): Cutter {
  const byValue = new Map<string, Secret>();
  const taken = new Set<string>();

  function cut(field: string, value: string): Secret {
    const known = byValue.get(value);
    if (known) return known;
    const made = { name: freeName(variableName(field), taken) };
    taken.add(made.name);
    byValue.set(value, made);
    return made;
  }

  function text(whole: string): Template {
    const pieces: (string | Secret)[] = [];
    let end = 0;
    for (const found of findSecrets(whole)) {
      if (found.start < end) continue;
      pieces.push(mask(whole.slice(end, found.start)), cut(found.name, found.value));
      end = found.start + found.value.length;
    }
    return [...pieces, mask(whole.slice(end))];
  }

  return {
    cut,
    text,
    mask,
    get secrets() {
      return [...byValue.values()];
    },
  };
}

interface Found {
  readonly start: number;
  readonly value: string;
  readonly name: string;
}

function findSecrets(text: string): readonly Found[] {
  const fields = [secretField, scheme].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 1: lead = '', 2: value = '' }) => {
      const name = pattern === secretField ? (/^[\w-]+/u.exec(lead)?.[0] ?? 'token') : 'token';
      return { start: index + lead.length, value, name };
    }),
  );
  const tokens = [...text.matchAll(jsonWebToken)].map(({ index, 0: value }) => ({
    start: index,
    value,
    name: 'token',
  }));
  return [...fields, ...tokens].sort((a, b) => a.start - b.start || b.value.length - a.value.length);
}

function variableName(field: string): string {
  const name = field
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toUpperCase()
    .replaceAll(/[^A-Z\d]+/gu, '_')
    .replaceAll(/^[_\d]+|_+$/gu, '')
    .slice(0, 60);
  return reserved[name] ?? (name || 'SECRET');
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
  return free;
}

/** Neighbouring texts as one, and none that is empty. */
export function joined(template: Template): Template {
  const pieces: (string | Secret)[] = [];
  for (const piece of template) {
    const last = pieces.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** The template with its texts as `change` makes them. */
export function mapTexts(template: Template, change: (text: string) => string): Template {
  return template.map((piece) => (typeof piece === 'string' ? change(piece) : piece));
}

/** The template as text, each secret as `secret` says. */
export function fill(template: Template, secret: (secret: Secret) => string): string {
  return template.map((piece) => (typeof piece === 'string' ? piece : secret(piece))).join('');
}
