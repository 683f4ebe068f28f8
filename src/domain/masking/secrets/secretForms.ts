import type { SecretStretch } from './secretValues.ts';

const bearer = /(?<![\p{L}\p{N}])(bearer\s+)([\w.~+/=-]{8,})/giu;
const basic = /(?<![\p{L}\p{N}])(basic\s+)([a-z\d+/]{6,}={0,2})/giu;
const jsonWebToken = /(?<![\w-])()(eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/gu;
const privateKey = /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)([^-]+)/gu;
/** Keys that say by how they begin what they are: of GitHub, GitLab, Stripe, Slack, Google, SendGrid, OpenAI, Amazon, npm, PyPI, Shopify. */
const prefixed =
  /(?<![\w-])()((?:gh[opusr]_|github_pat_|glpat-|[rs]k_(?:live|test)_|xox[a-z]-|AIza|ya29\.|SG\.|sk-|AKIA|ASIA|npm_|pypi-|shp(?:at|ss)_)(?=[\w.-]*\d)[\w.-]{16,})/gu;

/** Something of every text that holds a secret by its form: tells most texts apart at once. */
export const formOfSecret =
  /[Bb](?:[Ee][Aa][Rr][Ee][Rr]|[Aa][Ss][Ii][Cc])\s|eyJ|-----BEGIN|gh[opusr]_|github_pat|glpat-|[rs]k_[lt]|xox[a-z]-|AIza|ya29\.|\bSG\.|\bsk-|A[KS]IA|npm_|pypi-|shp[as]/;

/** What is shorter holds none: `Basic dXNlcjox`. */
export const shortestForm = 12;

/** What tells base64 from a word. */
const encodedWord = /=$|\d|[a-z][A-Z]|[+/]/;

/** The secrets of a text that are known by how they look. */
export function secretsByForm(text: string): readonly SecretStretch[] {
  if (!formOfSecret.test(text)) return [];
  return [bearer, basic, jsonWebToken, privateKey, prefixed].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ index, 1: lead = '', 2: value = '' }) => {
      if (form === basic && !encodedWord.test(value)) return [];
      const start = index + lead.length;
      return [{ start, end: start + value.replace(/[.,]$/u, '').length, name: 'token' }];
    }),
  );
}
