import { isSecretHeader } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { quotedValue, upTo } from './valueBehind.ts';
import { saysState } from './valueOfSecret.ts';

const option =
  /(?<![^\s"'(])--?([\p{L}][\p{L}\p{N}_-]{0,63})\s+(?=[^\s-])|(?<![^\s"'({[,])(?::|(?<=[({[]))["']?([\p{L}][\p{L}\p{N}_-]{0,63})["']?\s+(?:\.\s+)?(?=")|(?<![\p{L}\p{N}_-])([\p{L}][\p{L}\p{N}_-]{0,63})["']?\s?->\s?(?=["'])/gu;
/** Who asks, and the password, as curl takes them. */
const user = /(?<![^\s"'(])(?:-[uU]\s*|--(?:proxy-)?user[\s=]+)["']?[^\s:"']{1,100}:(?=\S)/gu;

/** Secrets that follow an option of a command, a keyword, a bracket or an arrow: `--api-key …`, `-u name:…`, `:pin "…"`, `(pin "…")`, `pin -> …`. */
export function secretsOfOptions(text: string): readonly SecretStretch[] {
  if (!/(?<![^\s"'(])-|->|[:([{]\s?["']?[\p{L}][\p{L}\p{N}_-]*["']?\s+(?:\.\s+)?"/u.test(text)) return [];
  const named = [...text.matchAll(option)].filter(({ 1: a, 2: b, 3: c = '' }) => isSecretHeader(a ?? b ?? c));
  return [...named, ...text.matchAll(user)]
    .map(({ 0: lead, 1: a, 2: b, 3: c, index }) => {
      const name = a ?? b ?? c ?? 'password';
      const at = index + lead.length;
      const quoted = name === 'password' && /["']/.exec(lead)?.[0];
      const { start, end } = (quoted ? undefined : quotedValue(text, at)) ?? {
        start: at,
        end: upTo(text, at, quoted ? new RegExp(quoted, 'g') : /[\s"'`]|$/g),
      };
      return { start, end, name };
    })
    .filter(({ start, end }) => !saysState(text.slice(start, end)));
}

/** `https://jo:PASSWORD@a.example`. */
export function passwordsOfAddresses(text: string): readonly SecretStretch[] {
  const found: SecretStretch[] = [];
  const authority = /[^\s/?#"'<>\\]*/uy;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    authority.lastIndex = at + 3;
    const written = authority.exec(text)?.[0] ?? '';
    const end = written.lastIndexOf('@');
    const start = written.indexOf(':') + 1;
    if (start > 0 && start < end) found.push({ start: at + 3 + start, end: at + 3 + end, name: 'url password' });
  }
  return found;
}
