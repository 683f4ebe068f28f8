import { Remembered } from '../text/remembered.ts';

/** What a secret is called in other languages; where it is a word of English too, with what makes it one. */
const foreign = [
  'kennwort|passwort|geheimnis|zugangscode|mot_?de_?passe|mdp|code_secret|contrase[nñ]a|clave_(?:secreta|(?:de_)?acceso)|senha|palavra_passe',
  'parola(?:_chiave)?|wachtwoord|l[oö]senord|passord|adgangskode|salasana|has[lł]o|heslo|jelsz[oó]|şifre|sifre|geslo|lozinka|paroli?|κωδικός',
  'пароль|密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|סיסמה|סיסמא|كلمة_(?:المرور|السر)|पासवर्ड|รหัสผ่าน|mật_khẩu',
];

const codes =
  'auth|authorization|device|sms|mfa|2fa|tfa|two_?factor|one_?time|otp|totp|verification|security|activation|access|recovery|backup|reset|login|unlock|pass|pin|cvv|cvc';
const keys = [
  'access|private|priv|secret|subscription|functions?|auth|vgai|vonage|nexmo|signing|encryption|decryption|cipher|master|shared|account|client|security',
  'session|license|webhook|host|consumer|app|ssh|aes|rsa|hmac|salt|sk|aws|azure|google|openai|stripe|twilio',
];

/** The last word, or words, of what a secret is called. */
const secretWord = new RegExp(
  `(?:^|_)(?:${[
    '(?:proxy_)?auth(?:orization)?(?:_header)?',
    'bearer|jwt|hmac|csrf|xsrf|pkce|code_verifier|(?:client_)?assertion|saml_?(?:response|assertion)|connection_?string',
    'token|(?:access|refresh|api|auth|id|session|bearer)_?tokens|secrets?|signature|sig|cookies?|credentials?|creds',
    '(?:root|user|db|admin)?(?:pass|passw|pass_?words?|p_?word|pswd|psw|pwd|pw)|pass_?(?:word|code)_(?:confirm(?:ation)?|again|repeat(?:ed)?|retype|verify|value|text)|token_(?:value|string)|secret_(?:answer|value)|(?:access|refresh|auth|id|session|bearer|csrf|api|security|client|app|shared)(?:token|secret)|passwd|pass_?phrase|passcode|passkey|(?:key|store)_?pass',
    '(?:pass_?word|passwd|pass|pwd)_(?:hash(?:ed)?|digest|salt)|seed_phrase|mnemonic|memorable_(?:word|name|information)|security_answer',
    `pins?|pin_?(?:code|number|no)|otp|totp|cvv|cvc|csc|(?:${codes})_?code`,
    'j?sess_?id|j_?session_?id|php_?sess_?id|session_?cookie|private_key_pem|access_key_id',
    `(?:rapid)?x?api_?keys?|(?:${keys.join('|')})_?key`,
    'ssn|social_security(?:_(?:number|no))?|iban|(?:credit_?|debit_?|payment_?)?card_?(?:number|no|num)|passport_?(?:number|no)|national_(?:id|insurance_number)|tax_id',
    ...foreign,
  ].join('|')})(?:_?v?\\d+)?$`,
  'u',
);
/** A list of them is one; a count of what a language model read is none. */
const tokenList = /^tokens$/u;
/** Keys that are public by their nature. */
const publicKey = /idempotency|^sec_|surrogate|public|cache|partition|(?:^|_)(?:sort|row|primary|foreign)_key$/u;

/** Something of every name that a secret may have: tells most texts and names apart at once. */
export const nameOfSecret =
  /key|token|secret|pass|pwd|psw|pw\b|pswd|pword|pin|otp|cv[vc]|csc|auth|bearer|jwt|hmac|csrf|xsrf|pkce|cookie|credential|creds|sig|code|verifier|assertion|saml|sess_?id|session_?id|connection_?string|seed_?p|mnemonic|memorable|answer|ssn|social_?sec|iban|card_?n|national_?i|tax_?id|kennwort|geheim|mdp|contrase|clave|senha|palavra|parol|wachtwoord|senord|adgang|salasana|has[lł]o|heslo|jelsz|ifre|geslo|lozinka|κωδ|парол|密[码碼]|口令|パスワード|暗証|비밀|암호|סיסמ|קוד|פין|كلمة|رقم|رمز|पासव|รหัส|mật|пин|код|sandi/i;

/** What stands where a secret was. */
const alias = /^TOKEN-\d+$/;
const known = new Remembered<boolean>(2000);

/** Whether a field of this name holds a secret. Its last word decides: `access_token` is one, `token_type` is none. */
export function isSecretField(written: string): boolean {
  const name = plainName(written);
  if (!nameOfSecret.test(name) || alias.test(name)) return false;
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
