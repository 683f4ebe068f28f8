import type { SecretStretch } from './secretValues.ts';
import { spokenDigits } from './spokenDigits.ts';

/** What secrets are called where a name has endings, or where what says whose it is stands behind it. */
const names = [
  String.raw`ה?סיסמ[האת]\p{L}{0,3}|ה?קוד\s(?:ה?סודי|ה?גישה|ה?אישי|ה?אימות)|ה?פין`,
  String.raw`و?كلمة\s(?:المرور|السر|سر)|ال?رقم(?:ي)?\s(?:ال)?سري|رمز\s(?:PIN|المرور|السر|التحقق|الدخول|عبور)`,
  String.raw`(?:şifre|sifre|parola|pin\skodu)(?:m|n|si|niz|miz|nız|mız)?`,
  String.raw`парол[ья]|пин(?:-?код)?|код\sдоступа`,
  String.raw`has[łl]o|heslo|geslo|lozinka|jelsz[oóa]\p{L}{0,3}|parola\smea|κωδικ[όο]ς|salasan[ai]\p{L}{0,3}|kata\ssandi|पासवर्ड|mật\skhẩu`,
  String.raw`clave|contrase[nñ]a|senha|passwort|kennwort|geheim(?:zahl|nummer)|mot\sde\spasse|code\s(?:secret|pin)|wachtwoord|l[oö]senord|adgangskode|passord`,
  String.raw`(?:meine?|mi|meu|mon|mio|mijn|min|mój|můj)\spin(?:-?kod|-?code)?|pinkod|pincode`,
].join('|');
/** What says whose it is, and what joins it with its name. */
const joints = [
  'של(?:י|ך|נו|ו|ה|כם)?|ה[יו]א|זה|זו|هي|هو|الخاصة|الخاص|ب[يكه]|لي|من|benim|şu|şöyle|это|такой|мой|to|jest|brzmi|je|zní|mea|este',
  'μου|σου|σας|είναι|है|on|adalah|saya|của|tôi|là|bạn|es|é|è|est|ist|is|är|er|lautet|foi|fue|era|war',
].join('|');
const inWords = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(${names})(?:[\s:：=]+(?:${joints})(?![\p{L}\p{M}\p{N}])){0,4}[\s:：=–—-]+["'«“„]?`,
  'giu',
);
/** Where words have no blanks between: `パスワードはhunter2です`. */
const inCharacters =
  /(密[码碼]|口令|パスワード|暗証番号|비밀번호|암호|รหัสผ่าน)[^!-~\n]{0,12}?\s?[:=]?\s?(?![:=])([!-~]{3,}|[零〇一二三四五六七八九]{3,})/gu;
/** Something of each name above that has nothing but letters of ASCII: tells most texts apart at once. */
const mayName =
  /ifre|parola|pin|haslo|heslo|geslo|lozinka|jelsz|salasan|kata|clave|contrase|senha|passwort|kennwort|geheim|mot\sde|code|wachtwoord|losenord|adgangskode|passord/i;
const word = /[!-~\p{L}\p{M}\p{Nd}]{3,100}/uy;

/** The secrets of sentences in languages that do not name them as English does. `isSecret` says whether a word looks like one. */
export function secretsAbroad(text: string, isSecret: (value: string) => boolean): readonly SecretStretch[] {
  if (!/[^\0-\x7f]/.test(text) && !mayName.test(text)) return [];
  const found: SecretStretch[] = [];
  for (const { 0: lead, 1: name = '', index } of text.matchAll(inWords)) {
    const start = index + lead.length;
    const said = at(spokenDigits, text, start);
    const value = said ?? at(word, text, start)?.replace(/["'»”.,;!?)،؟]+$/u, '');
    if (value !== undefined && (said !== undefined || isSecret(value)))
      found.push({ start, end: start + value.length, name });
  }
  for (const { 0: all, 1: name = '', 2: value = '', index } of text.matchAll(inCharacters)) {
    const end = index + all.length;
    if (/[^!-~]/.test(value) || isSecret(value)) found.push({ start: end - value.length, end, name });
  }
  return found;
}

function at(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}
