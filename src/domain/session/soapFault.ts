/** A fault stands at the beginning of its message, after headers at most. */
const mostRead = 64 * 1024;

const errorRoot = /^\s*(?:<\?[^<>]*>\s*)?<((?:[\w.-]{1,64}:)?(?:errors?|exception|error-?response))(?:\s[^<>]*)?>/iu;

/** What a SOAP fault says, in the words of version 1.1 or 1.2, or a document that is an error by its name; undefined where a text holds none. */
export function soapFaultIn(text: string): { readonly key: string; readonly text: string } | undefined {
  const read = text.slice(0, mostRead);
  const start = /<((?:[\w.-]{1,64}:)?Fault)(?:\s[^<>]*)?>/u.exec(read) ?? errorRoot.exec(read);
  if (!start?.[1]) return undefined;
  const fault = read.slice(start.index);
  const words = /<(?:[\w.-]{1,64}:)?(?:faultstring|Text|[Mm]essage)(?:\s[^<>]*)?>([^<]*)</u.exec(fault)?.[1];
  return { key: start[1], text: withoutEntities(words ?? fault.replaceAll(/<[^<>]*>/gu, ' ')) };
}

function withoutEntities(text: string): string {
  const plain = text.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => entities.get(name) ?? whole);
  return plain.replaceAll(/\s+/gu, ' ').trim();
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
