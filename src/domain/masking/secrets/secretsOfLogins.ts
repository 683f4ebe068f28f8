import type { SecretStretch } from './secretValues.ts';
import { isNoSecret } from './secretValues.ts';
import { looksLikeValue, saysState } from './valueOfSecret.ts';

/** What may stand in front of a line of a protocol, as logs and shells have it: an arrow, a letter for the one who sent it, a tag. */
const lead = String.raw`(?<![^\n\r])[ \t]*(?:(?:[>*]|->|=>|[CS]:)[ \t]*|[A-Za-z]{0,2}\d{1,5}[ \t]+|\/\w+[ \t]+\w+[ \t]+){0,2}`;
/** In front of what is typed into Redis: all that follows is meant for it. */
const prompt = String.raw`(?:(?:redis|valkey|[\w.-]+:\d{2,5})[^\s>]{0,40}>[ \t]*)`;
const word = String.raw`"[^"\n\r]{1,200}"|[^\s"]{1,200}`;
/** Redis, mail and chat: `AUTH …`, `PASS …`, `LOGIN jo …`, `IDENTIFY …`. */
const login = new RegExp(
  String.raw`(?:(?<![^\n\r])${prompt}|${lead})(AUTH(?:[ \t]+(?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5))?|PASS|LOGIN|IDENTIFY|auth|Auth)[ \t]+(?:(${word})[ \t]+)?(${word})[ \t]*(?=[\n\r]|$)`,
  'gu',
);
const typed = new RegExp(`^${prompt}`, 'u');
/** SQL says who somebody is by a text in quotes. */
const identified = /\bidentified\s+(?:with\s+\S{1,60}\s+)?(?:by|as)\s+(?:password\s+)?(["'])((?:(?!\1)[^\n])+)\1/giu;
/** Options of one letter, of commands of which it is known that a secret follows. */
const options = [
  ['(?:redis-cli|valkey-cli)', '-a'],
  ['sshpass', '-p'],
  ['(?:docker|podman|az|oc|helm|npm)(?: registry)? login', '-p'],
  ['mongo(?:sh|dump|restore|export|import)?', '-p'],
  ['openssl \\w+', '-k'],
  ['schtasks', '/rp'],
  ['htpasswd -\\w*b\\w* \\S+ \\S+', ''],
  ['(?:runas|net use)', '/user:\\S+'],
].map(([command, name]) => String.raw`\b${command}\b(?:[^\n\r|;&]{0,200}?\s)??${name}[ =]`);
const option = new RegExp(`(?:${options.join('|')})["']?([^\\s"']{1,200})`, 'gu');
/** Without a blank between: `mysql -phunter2`. */
const joined = /\b(?:mysql\w*|mariadb\w*)\b[^\n\r|;&]{0,200}?\s-p([^\s"']{1,200})/gu;
const userAndPassword =
  /\b(?:https?|xh)\s(?:[^\n\r|;&]{0,200}?\s)?(?:-a|--auth)[ =]["']?[^\s:"']{1,100}:([^\s"']{1,200})/gu;
const cookies = /\bcurl\s(?:[^\n\r|;&]{0,400}?\s)?(?:-b|--cookie)[ =]?["']?\w[\w.-]{0,60}=([^\s"';]{1,400})/gu;

/** Something of every text with such a login: tells most texts apart at once. */
export const signOfLogin =
  /(?:^|[\s"'>])(?:[Aa]uth|AUTH|PASS|LOGIN|IDENTIFY)[ \t]|[Ii](?:DENTIFIED|dentified)\s|\s(?:-[aApbkuU]|--(?:proxy-)?user|\/rp|\/user:)|htpasswd/;

/** The secrets by which somebody says who he is, to a service or in a command. */
export function secretsOfLogins(text: string): readonly SecretStretch[] {
  if (!signOfLogin.test(text)) return [];
  const found: SecretStretch[] = [];
  for (const { 0: all, 1: verb = '', 2: user, 3: value = '', index } of text.matchAll(login)) {
    if (!isLogin(text, { verb, user, written: value, isTyped: typed.test(all) })) continue;
    const end = index + all.trimEnd().length - (value.startsWith('"') ? 1 : 0);
    found.push({ name: 'password', start: end - value.replaceAll('"', '').length, end });
  }
  for (const { 0: all, 2: value = '', index } of text.matchAll(identified)) {
    const end = index + all.length - 1;
    found.push({ name: 'password', start: end - value.length, end });
  }
  for (const pattern of [option, joined, userAndPassword, cookies]) {
    for (const { 0: all, 1: value = '', index } of text.matchAll(pattern)) {
      const end = index + all.length;
      if (!isNoSecret(value)) found.push({ name: 'password', start: end - value.length, end });
    }
  }
  return found;
}

/** What looks like no value is one where the same text tells who somebody is; a report of tests has `PASS`, too. */
function isLogin(
  text: string,
  { verb, user, written, isTyped }: { verb: string; user: string | undefined; written: string; isTyped: boolean },
): boolean {
  const value = written.replaceAll('"', '');
  if (isNoSecret(value) || saysState(value)) return false;
  if (/^auth$/i.test(verb) && isTyped) return true;
  // In small letters it is a word of a sentence, too.
  if (/^[Aa]uth$/.test(verb) && user !== undefined && user !== 'default') return false;
  if (verb === 'LOGIN') return user !== undefined && (looksLikeValue(value) || written.startsWith('"'));
  if (verb.includes(' ')) return user === undefined && /^[\w+/=-]{6,}$/.test(value);
  if (verb === 'PASS')
    return user === undefined && (/(?<![^\n\r])(?:USER|NICK)\s/u.test(text) || /^[^/.]*\d[^/.]*$/.test(value));
  return value.length > 3 && looksLikeValue(value) && !value.startsWith('(');
}
