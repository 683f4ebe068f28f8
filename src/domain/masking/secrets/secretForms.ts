import { keysInAddresses, signOfKeyAddress } from './keyAddresses.ts';
import type { SecretStretch } from './secretValues.ts';

const bearer = /(?<![\p{L}\p{N}])(bearer\s+)([\w.~+/=-]{8,})/giu;
const basic = /(?<![\p{L}\p{N}])(basic\s+)([a-z\d+/]{6,}={0,2})/giu;
const jsonWebToken = /(?<![\w-])()(eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/gu;
const privateKey = /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)([^-]+)/gu;
/**
 * Keys that say by how they begin what they are: of GitHub, GitLab, Stripe, Slack, Google, SendGrid, OpenAI, Amazon, npm, PyPI, Shopify,
 * Hugging Face, Grafana, DigitalOcean, Linear, Square, Meta, and Mailgun and Databricks, whose letters are hexadecimal digits.
 */
const prefixed =
  /(?<![\w-])()((?:gh[opusr]_|github_pat_|glpat-|[rs]k_(?:live|test)_|whsec_|xox[a-z]-|xapp-|AIza|ya29\.|SG\.|sk-|AKIA|ASIA|npm_|pypi-|shp(?:at|ss)_|hf_|gls[ac]_|do[opr]_v1_|lin_api_|sq0[a-z]{3}-|EAA(?=[A-Za-z\d]{40})|(?:dapi|key-|sk_)(?=[\da-f]{32}))(?=[\w.-]*\d)[\w.-]{16,})/gu;

/** The number of an account in any country, in groups of four or not. */
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\p{N}])/gu;

/** Something of every text that holds a secret by its form. */
const formOfSecret =
  /[A-Z]{2}\d\d ?[A-Z\d]{4} ?[A-Z\d]{4}|[Bb](?:[Ee][Aa][Rr][Ee][Rr]|[Aa][Ss][Ii][Cc])\s|eyJ|-----BEGIN|gh[opusr]_|github_pat|glpat-|[rs]k_[lt]|whsec_|xox[a-z]-|xapp-|AIza|ya29\.|\bSG\.|\bsk-|A[KS]IA|npm_|pypi-|shp[as]|hf_|gls[ac]_|do[opr]_v1|lin_api|sq0|EAA|(?:dapi|key-|sk_)[\da-f]/;

/** Tells of most texts at once that they hold no secret that is known by how it looks. */
export function mayHoldForm(text: string): boolean {
  return formOfSecret.test(text) || signOfKeyAddress.test(text);
}

/** What is shorter holds none: `Basic dXNlcjox`. */
export const shortestForm = 12;

/** What tells base64 from a word. */
const encodedWord = /=$|\d|[a-z][A-Z]|[+/]/;

/** The secrets of a text that are known by how they look. */
export function secretsByForm(text: string): readonly SecretStretch[] {
  const keys = keysInAddresses(text);
  if (!formOfSecret.test(text)) return keys;
  return [
    ...keys,
    ...accounts(text),
    ...[bearer, basic, jsonWebToken, privateKey, prefixed].flatMap((form) =>
      [...text.matchAll(form)].flatMap(({ index, 1: lead = '', 2: value = '' }) => {
        if (form === basic && !encodedWord.test(value)) return [];
        const start = index + lead.length;
        return [{ start, end: start + value.replace(/[.,]$/u, '').length, name: 'token' }];
      }),
    ),
  ];
}

/** Numbers of accounts whose check digits are right. A word in capitals behind one is none of it. */
function accounts(text: string): readonly SecretStretch[] {
  return [...text.matchAll(iban)].flatMap(({ 0: written, index }) => {
    let account = written;
    while (account.length > 14 && !isAccount(account.replaceAll(' ', ''))) {
      account = account.slice(0, Math.max(0, account.lastIndexOf(' ')));
    }
    return account.length > 14 ? [{ start: index, end: index + account.length, name: 'token' }] : [];
  });
}

/** The check of ISO 7064 that all of them have. */
function isAccount(account: string): boolean {
  if (account.length < 15 || account.length > 34) return false;
  let rest = 0;
  for (const letter of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
