import { isSecretParameter } from './secretNames.ts';
import type { Cutter, Template } from './template.ts';
import { joined, mapTexts } from './template.ts';

/** An address with a password and the secrets of its query cut out. A secret stands for its value as it is encoded there. */
export function urlTemplate(url: string, cutter: Cutter): Template {
  const [, lead = '', password, rest = ''] = /^([a-z][\w+.-]*:\/\/[^/?#@:]*:)([^/?#]+)(@.*)$/isu.exec(url) ?? [];
  if (password !== undefined) return [lead, cutter.cut('url password', password), ...withoutUser(rest, cutter)];
  return withoutUser(url, cutter);
}

function withoutUser(url: string, cutter: Cutter): Template {
  const [, path = '', query = ''] = /^([^?#]*)(.*)$/su.exec(url) ?? [];
  const [, origin = '', rest = ''] = /^([a-z][\w+.-]*:\/\/[^/]*|@[^/]*)?(.*)$/isu.exec(path) ?? [];
  const masked = rest.split('/').map((segment) => maskSegment(segment, cutter));
  return [origin, masked.join('/'), ...queryTemplate(query, cutter)];
}

/** `name=value` pairs, as in a query or a form, with the values of secret names cut out. */
export function queryTemplate(text: string, cutter: Cutter): Template {
  return text.split(/([?&#;])/u).flatMap((part): Template => {
    const [, name = '', value = part] = /^([^=]*=)(.+)$/su.exec(part) ?? [];
    const plainName = decodedPlus(name.slice(0, -1));
    if (isSecretParameter(plainName)) return [name, cutter.cut(plainName, value)];
    const plain = decodedPlus(value);
    const template = joined(cutter.text(plain));
    // Encoded again only when something in it changed.
    return template.length <= 1 && (template[0] ?? '') === plain ? [part] : [name, ...mapTexts(template, encoded)];
  });
}

function maskSegment(segment: string, cutter: Cutter): string {
  const plain = decoded(segment);
  const masked = cutter.mask(plain);
  return masked === plain ? segment : encoded(masked);
}

function decodedPlus(text: string): string {
  return decoded(text.replaceAll('+', ' '));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
