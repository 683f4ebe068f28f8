import type { Header } from '../session/headers.ts';
import { isSecretHeader } from './secretNames.ts';
import type { Cutter, Template } from './template.ts';
import { createCutter, fill } from './template.ts';

/** Schemes as IANA registers them, and those that services made up. */
const scheme =
  /^(?:basic|bearer|concealed|digest|dpop|gnap|hoba|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-(?:1|256)|vapid|token|apikey|key|jwt|ssws|hawk|aws4-hmac-sha256)\s+(?=\S)/iu;

/** A header's value with its secret cut out: the scheme stays, and the names of cookies stay. */
export function headerTemplate({ name, value }: Header, cutter: Cutter): Template {
  if (value === '' || !isSecretHeader(name)) return cutter.text(value);
  if (/^(?:set-)?cookie$/iu.test(name)) return cookieTemplate(value, cutter);
  const lead = scheme.exec(value)?.[0] ?? '';
  return [lead, cutter.cut(name, value.slice(lead.length))];
}

function cookieTemplate(value: string, cutter: Cutter): Template {
  return value.split(/(;\s*)/u).flatMap((part): Template => {
    const [, name = '', held = ''] = /^([^=]*=)(.*)$/su.exec(part) ?? [];
    if (held !== '') return [name, cutter.cut(`cookie ${name}`, held)];
    return /^(?:;\s*|[^=]*=|)$/u.test(part) ? [part] : [cutter.cut('cookie', part)];
  });
}

/** What a page shows in place of a secret. */
export const masked = '••••••';

/** A header's value as a page shows it: `Bearer ••••••`. */
export function shownHeader(header: Header): string {
  return fill(
    headerTemplate(
      header,
      createCutter((text) => text),
    ),
    () => masked,
  );
}
