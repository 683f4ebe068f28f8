/** Masks personal data in text. One value has one alias for as long as the redactor lives. */
export interface Redactor {
  redact(text: string): string;
}

const secretNames =
  '(?:proxy-)?authorization|x-vgai-key|x-api-key|api[-_]?key|apikey|cookie|set-cookie|password|passwd|client[-_]?secret|secret|(?:access|refresh|id|session|auth)?[-_]?token|signature|sig';

/** Quotes may be escaped: payloads are JSON within JSON. */
const quote = String.raw`(?:\\*["'])?`;
/** What precedes a secret in text, and the secret. */
export const secretField = new RegExp(
  String.raw`(\b(?:${secretNames})${quote}\s*[:=]\s*\[?\s*${quote})((?:(?:bearer|basic|digest|token)\s+)?[^\s"'\\,;&{}()[\]<>\x60]+)`,
  'giu',
);
export const scheme = /\b((?:bearer|basic)\s+)([\w.~+/=-]{8,})/giu;
export const jsonWebToken = /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/gu;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const phone = /(?<![\p{L}\p{N}_./:-])\+?\(?\d[\d ()./-]{5,20}\d(?![\p{L}\p{N}_:-])/gu;
const isoDate = /^\d{4}[-/.]\d{2}[-/.]\d{2}/u;

/** `caller` is masked wherever it stands, also within longer text. With `secretsOnly`, personal data stays as it is. */
export function createRedactor(
  known: { readonly caller?: string | undefined; readonly secretsOnly?: boolean } = {},
): Redactor {
  const aliases = new Map<string, string>();
  const counts = new Map<string, number>();

  function alias(kind: string, value: string): string {
    const existing = aliases.get(value);
    if (existing) return existing;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `${kind}-${count}`;
    aliases.set(value, made);
    return made;
  }

  const aliasOfPhone = (text: string): string => {
    const digits = text.replaceAll(/\D/gu, '');
    return digits.length < 8 || digits.length > 18 || isoDate.test(text) ? text : alias('CALLER', digits);
  };
  const caller = known.caller?.trim();
  const callerDigits = caller?.replaceAll(/\D/gu, '') ?? '';
  if (caller) aliases.set(callerDigits.length >= 5 ? callerDigits : caller, 'CALLER-1');
  if (caller) counts.set('CALLER', 1);

  const aliasOfSecret = (whole: string, lead: string, value: string): string =>
    isAlias(value) ? whole : `${lead}${alias('TOKEN', value)}`;

  return {
    redact(text) {
      let masked = text;
      // Most texts hold no sign of any of it, and are told apart much faster than they are searched.
      if (/[:=]/.test(masked)) masked = masked.replaceAll(secretField, aliasOfSecret);
      if (/\s/.test(masked)) masked = masked.replaceAll(scheme, aliasOfSecret);
      if (masked.includes('eyJ')) masked = masked.replaceAll(jsonWebToken, (value) => alias('TOKEN', value));
      if (known.secretsOnly) return masked;
      if (masked.includes('@')) masked = masked.replaceAll(email, (value) => alias('EMAIL', value.toLowerCase()));
      if (caller && caller.length >= 5) masked = masked.replaceAll(caller, 'CALLER-1');
      return /\d/.test(masked) ? masked.replaceAll(phone, aliasOfPhone) : masked;
    },
  };
}

function isAlias(text: string): boolean {
  return /^(?:TOKEN|EMAIL|CALLER)-\d+$/u.test(text);
}
