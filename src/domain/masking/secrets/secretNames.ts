import { Remembered } from '../text/remembered.ts';
import { endAbroad, shortName, signAbroad, signOfOtherLetters } from './namesAbroad.ts';

const codes =
  'auth|authorization|device|sms|mfa|2fa|tfa|two_?factor|one_?time|otp|totp|verification|security|activation|access|recovery|backup|reset|login|unlock|pass|pin|cvv|cvc';
const keys = [
  'access|private|priv|secret|subscription|storage|deploy|root|serial|wep|wpa|functions?|auth|vgai|vonage|nexmo|signing|encryption|decryption|cipher|master|shared|account|client|security',
  'session|license|webhook|host|consumer|app|ssh|aes|rsa|hmac|salt|sk|aws|azure|google|openai|stripe|twilio',
];

/** The last word, or words, of what a secret is called. */
const secretWord = new RegExp(
  `(?:(?:^|_)(?:${[
    '(?:proxy_)?auth(?:orization)?(?:_header)?',
    'bearer|csrf\\p{L}*token|jwt|hmac(?:_sha_?\\d+)?|csrf|xsrf|pkce|code_verifier|(?:client_)?assertion|saml_?(?:response|assertion)|oidc_data|connection_?string|conn_?str',
    'token|(?:access|refresh|api|auth|id|session|bearer)_?tokens|secrets?|signature|sig|cookies?|credentials?|creds|connect_sid|psk',
    '(?:root|user|db|admin)?(?:pass|passw|p_?word|pswd|psw|pwd|pw)|pass_words?|pass_?(?:word|code)_(?:confirm(?:ation)?|again|repeat(?:ed)?|retype|verify|value|text)|token_(?:value|string)|secret_(?:answer|value|key_base)|(?:access|refresh|auth|id|session|bearer|csrf|api|security|client|app|shared)(?:token|secret)|(?:require|bind_?|ldap_?|key|store|trust)(?:_?pass|pw)',
    '(?:pass_?word|passwd|pass|pwd|pw)_(?:hash(?:ed)?|digest|salt)|seed_phrase|mnemonic|memorable_(?:word|name|information)|security_answer|(?:mothers?_?)?maiden_?name|snmp_community|community_string',
    `pins?|pin_?(?:code|number|no)|otp|totp|cvv|cvc|csc|(?:${codes})_?codes?`,
    'j?sess_?id|j_?session_?id|php_?sess_?id|session_?cookie|private_key_pem|access_key_id',
    `(?:rapid)?x?api_?keys?|(?:${keys.join('|')})_?key`,
    'ssn|social_security(?:_(?:number|no))?|iban|(?:credit_?|debit_?|payment_?)?card_?(?:number|no|num)|cc_?num(?:ber)?|passport_?(?:number|no)|national_(?:id|insurance(?:_number)?)|tax_id|bank_?account(?:_?(?:number|no))?|sort_code|routing_number',
  ].join('|')})|\\p{L}*(?:passwords?|passwd|pass_?phrase|passcode|passkey)|${endAbroad})(?:_?v?\\d+)?$`,
  'u',
);
/** A list of them is one; a count of what a language model read is none. */
const tokenList = /^tokens$/u;
/** Keys that are public by their nature. */
const publicKey = /idempotency|^sec_|surrogate|public|cache|partition|(?:^|_)(?:sort|row|primary|foreign)_key$/u;

const signOfName = new RegExp(
  `key|token|secret|pass|pwd|psw|pw\\b|pw_h|pswd|pword|pin|otp|cv[vc]|csc|auth|bearer|jwt|hmac|csrf|xsrf|pkce|cookie|credential|creds|sig|code|verifier|assertion|saml|oidc.d|sess_?id|session_?id|connect.sid|conn.?str|connection.?string|psk|communit|maiden|seed.?p|mnemonic|memorable|answer|ssn|social.?sec|iban|card.?n|cc.?num|national.?i|tax.?id|bank.?acc|sort.?code|routing.?n|${signAbroad}`,
  'i',
);

/** Whether a text has something of a name that a secret may have: tells most texts and names apart at once. */
export function mayNameSecret(text: string): boolean {
  return signOfName.test(text) || (/[^\0-\x7F]/.test(text) && signOfOtherLetters.test(text));
}

/** What stands where a secret was. */
const alias = /^p?TOKEN-\d+$/;
const known = new Remembered<boolean>(2000);

/** Whether a field of this name holds a secret. Its last word decides: `access_token` is one, `token_type` is none. */
export function isSecretField(written: string): boolean {
  const name = plainName(written);
  if (!(mayNameSecret(name) || shortName.test(name)) || alias.test(name)) return false;
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = wordsOfName(name);
  const secret =
    secretWord.test(words) ||
    tokenList.test(words) ||
    (/^x_.*_key(?:_?v?\d+)?$/u.test(words) && !publicKey.test(words));
  if (name.length <= 100) known.set(name, secret);
  return secret;
}

/** Whether a header of this name holds a secret: every key that is not public by its nature is one too. */
export function isSecretHeader(name: string): boolean {
  if (isSecretField(name)) return true;
  if (!/key|auth|session/i.test(name)) return false;
  const words = wordsOfName(name);
  return /(?:^|_)(?:key|authentication|x_session)$/u.test(words) && !publicKey.test(words);
}

/** Whether a parameter of an address or a form holds a secret. */
export function isSecretParameter(name: string): boolean {
  return isSecretField(name) || wordsOfName(name) === 'key';
}

/** Letters of full width, and those that are written in two parts, as all others. */
function plainName(name: string): string {
  return /[^\0-\x7F]/.test(name) ? name.slice(-80).normalize('NFKC') : name;
}

/** `x-apiKey` as `x_api_key`, `PINs` as `pins`. */
export function wordsOfName(name: string): string {
  return plainName(name)
    .slice(-80)
    .trim()
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .replaceAll(/(\p{Lu})(\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '');
}
