import { isSecretHeader } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { isScheme, secretsOfStretch } from './secretValues.ts';
import { looksLikeValue, saysState } from './valueOfSecret.ts';

/** A header, or the like, and its value: `set("Authorization", "Bearer …")`. */
const named = /(\(\s{0,20}(["'])([\p{L}][\p{L}\p{N}_-]{0,60})\2\s{0,20},\s{0,20}[bru]?(["']))([^"'\n]{1,2000})\4/giu;
/** Who somebody is, and by which password: `new NetworkCredential("jo", "…")`. */
const login =
  /(\b\w{0,40}(?:basic_?auth|digest_?auth|password_?(?:credentials?|authentication|auth)|networkcredential)\w{0,20}\s?\(\s{0,20}["'][^"'\n]{0,100}["']\s{0,20},\s{0,20}(["']))([^"'\n]{1,200})\2/giu;

/** The secrets that are handed to functions in code, as texts behind their names. */
export function secretsOfCalls(text: string): readonly SecretStretch[] {
  if (!/\(\s{0,20}["']/.test(text)) return [];
  const found: SecretStretch[] = [];
  for (const { 1: lead = '', 3: name = '', 5: value = '', index } of text.matchAll(named)) {
    const start = index + lead.length;
    const [first = ''] = value.split(' ', 1);
    if (isSecretHeader(name) && !saysState(value) && (looksLikeValue(value.trim()) || isScheme(first)))
      found.push(...secretsOfStretch(text, { name, start, end: start + value.length }));
  }
  for (const { 1: lead = '', 3: value = '', index } of text.matchAll(login)) {
    const start = index + lead.length;
    found.push(...secretsOfStretch(text, { name: 'password', start, end: start + value.length }));
  }
  return found;
}
