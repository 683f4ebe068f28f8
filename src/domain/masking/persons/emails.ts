import type { Stretch } from '../text/stretch.ts';

const nameLetter = /[\p{L}\p{N}._%+'-]/u;
const noName = /^(?:\+?\d{8,}|(?:CALLER|AGENT|TOKEN)-\d+)$/;
const host = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[\da-fA-F:]+)\]/uy;
/** A version of a package, and a picture of a size: `react@18.2.0`, `logo@2x.png`. A computer's address has four numbers. */
const noHost =
  /^(?:v?\d+(?:\.\d+){1,2}(?:-[\w.-]*|\.(?:release|final|ga|rc\d*|m\d+))?|\d(?:\.\d)?x\.(?:png|jpe?g|gif|webp|svg|avif))$/i;
/** In an address that says what it is, a host needs no dot. */
const anyHost = /[\p{L}\p{N}.-]+/uy;
const scheme = /(?:sips?|xmpp|mailto|im|jid|skype):$/iu;

/** The e-mail addresses in a text. Looks back from each `@`, no further than to what was found before. */
export function findEmails(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let before = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > before && nameLetter.test(text.charAt(start - 1))) start -= 1;
    if (start === at) start = quotedName(text, before, at);
    before = at + 1;
    const end = hostEnd(text, at + 1, scheme.test(text.slice(Math.max(0, start - 8), start)));
    while (start < at && /['.%]/.test(text.charAt(start))) start += 1;
    // A number at a host is a number, and what is masked is masked.
    if (start === at || end === undefined || noHost.test(text.slice(at + 1, end)) || noName.test(text.slice(start, at)))
      continue;
    found.push({ start, end });
    before = end;
  }
  return found;
}

/** `"jo bloggs"@example.com` */
function quotedName(text: string, before: number, at: number): number {
  const open = text.charAt(at - 1) === '"' ? text.lastIndexOf('"', at - 2) : -1;
  return open < Math.max(before, at - 66) || open > at - 3 ? at : open;
}

function hostEnd(text: string, from: number, named: boolean): number | undefined {
  const pattern = named ? anyHost : host;
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.[0].replace(/[.-]+$/u, '');
  return found ? from + found.length : undefined;
}
