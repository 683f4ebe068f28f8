import { Remembered } from './remembered.ts';

/** The last word, or words, of what a secret is called. */
const secretWord = new RegExp(
  `(?:^|_)(?:${[
    '(?:proxy_)?authorization',
    'auth|bearer|jwt|hmac',
    'token|secrets?|signature|sig|cookies?|credentials?',
    'pass|passw|passwords?|password_confirm(?:ation)?|passwd|passphrase|passcode|passkey|pwd|pswd|psw|kennwort',
    'pin|pins|pin_?code|otp|totp|otp_code|cvv|cvc|csc|security_code|verification_code|one_time_code|mfa_code',
    'api_?keys?|(?:access|private|secret|subscription|functions?|auth|vgai|signing|encryption|master|shared|account|client|security|session|license|webhook|host|consumer|app|ssh|aes|rsa)_?key',
  ].join('|')})_?\\d*$`,
  'u',
);
/** Keys that are public by their nature. */
const publicKey = /idempotency|^sec_|surrogate|public|cache|partition|(?:^|_)(?:sort|row|primary|foreign)_key$/u;

/** Something of every name that a secret may have: tells most texts and names apart at once. */
export const nameOfSecret =
  /key|token|secret|pass|pwd|psw|pin|otp|cv[vc]|csc|auth|bearer|jwt|hmac|cookie|credential|sig|code|kennwort/i;

const known = new Remembered<boolean>(2000);

/** Whether a field of this name holds a secret. Its last word decides: `access_token` is one, `token_type` is none. */
export function isSecretField(name: string): boolean {
  if (!nameOfSecret.test(name)) return false;
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = wordsOf(name);
  const secret = secretWord.test(words) || (/^x_.*_key$/u.test(words) && !publicKey.test(words));
  if (name.length <= 100) known.set(name, secret);
  return secret;
}

/** Whether a header of this name holds a secret: every key that is not public by its nature is one too. */
export function isSecretHeader(name: string): boolean {
  if (isSecretField(name)) return true;
  if (!/key/i.test(name)) return false;
  const words = wordsOf(name);
  return /(?:^|_)key$/u.test(words) && !publicKey.test(words);
}

/** Whether a parameter of an address or a form holds a secret. */
export function isSecretParameter(name: string): boolean {
  return isSecretField(name) || wordsOf(name) === 'key';
}

/** `x-apiKey` as `x_api_key`. */
function wordsOf(name: string): string {
  return name
    .slice(-80)
    .trim()
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');
}
