import type { Stretch } from '../text/stretch.ts';

/** Schemes as IANA registers them, and those that services made up. */
const scheme =
  /^(?:basic|bearer|concealed|digest|dpop|gnap|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-(?:1|256)|vapid|token|apikey|key|jwt|ssws|hawk|aws4-hmac-sha256)\s+(?=\S)/iu;

/** A secret within the value of what is called like one. */
export interface SecretStretch extends Stretch {
  /** What it is called: the field, or the cookie. */
  readonly name: string;
}

/** Whether a word says how somebody is known, and is no secret. */
export function isScheme(word: string): boolean {
  return scheme.test(`${word} x`);
}

/** The secrets of a value that is called like one: all of it but its scheme, or the value of each cookie. A number of tokens counts them. */
export function secretsOfValue(name: string, value: string): readonly SecretStretch[] {
  if (/^\s*(?:set-)?cookies?$/iu.test(name)) return secretsOfCookies(value);
  if (/^\s*tokens\s*$/iu.test(name) && /^\s*[\d.,]{1,12}(?![^\s,;])/.test(value)) return [];
  const start = (/^[a-z]/i.test(value) && scheme.exec(value)?.[0].length) || 0;
  return isNoSecret(value.slice(start)) ? [] : [{ start, end: value.length, name }];
}

/** The same of a value that stands in a text. */
export function secretsOfStretch(text: string, { name, start, end }: SecretStretch): readonly SecretStretch[] {
  return secretsOfValue(name, text.slice(start, end)).map((secret) => ({
    name: secret.name,
    start: start + secret.start,
    end: start + secret.end,
  }));
}

function secretsOfCookies(value: string): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  let start = 0;
  for (const part of value.split(/(;\s*)/u)) {
    const end = start + part.length;
    const name = /^[^=;]*=/u.exec(part)?.[0] ?? '';
    if (part.length > name.length && !/^;\s*$/u.test(part)) {
      found.push({ start: start + name.length, end, name: name === '' ? 'cookie' : `cookie ${name}` });
    }
    start = end;
  }
  return found;
}

/** What stands where no secret is, and what is masked already. */
export function isNoSecret(value: string): boolean {
  if (/^\d/.test(value)) return false;
  return /^\s*(?:null|none|nil|undefined|true|false|string|n\/a|(?:TOKEN|EMAIL|CALLER|AGENT)-\d+|[•*|=]+)?\s*$/iu.test(
    value,
  );
}
