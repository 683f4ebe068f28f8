const secretWord =
  /(?:^|_)(?:(?:proxy_)?authorization|auth|bearer|jwt|token|secret|password\d*|password_confirm(?:ation)?|passwd|passphrase|passcode|pwd|pin|otp|cvv|cvc|cookies?|credentials?|signature|sig|apikey|(?:api|access|private|secret|subscription|functions?|auth|vgai|signing|encryption|master|shared|account|client|security)_key)$/u;

/** Whether a field of this name holds a secret. Its last word decides: `access_token` is one, `token_type` is none. */
export function isSecretField(name: string): boolean {
  return secretWord.test(wordsOf(name));
}

/** Whether a header of this name holds a secret. Keys that are public by their nature are none. */
export function isSecretHeader(name: string): boolean {
  const words = wordsOf(name);
  return secretWord.test(words) || (/(?:^|_)key$/u.test(words) && !/idempotency|^sec_|surrogate/u.test(words));
}

/** Whether a parameter of a URL's query holds a secret. */
export function isSecretParameter(name: string): boolean {
  return isSecretField(name) || wordsOf(name) === 'key';
}

/** `x-apiKey` as `x_api_key`. */
function wordsOf(name: string): string {
  return name
    .trim()
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');
}
