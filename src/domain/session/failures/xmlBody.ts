import type { LooseRecord } from '../../json/looseValues.ts';
import { recordOf } from '../../json/writtenEntries.ts';

/** What says how it went stands at the beginning of its message, and not deep in it. */
const mostRead = 64 * 1024;
const deepest = 50;

const open = /<(\/?)((?:[\w.-]{1,64}:)?[\p{L}_][\p{L}\p{N}_.-]{0,127})((?:\s[^<>]*)?\/?)>/uy;
const attribute = /([\p{L}_][\p{L}\p{N}_:.-]{0,127})\s?=\s?(?:"([^"]*)"|'([^']*)')/gu;

interface Element {
  readonly name: string;
  readonly attributes: LooseRecord;
  readonly children: [name: string, value: unknown][];
  text: string;
}

/**
 * A text of XML as nested values, as converters to JSON give it: an element is its text or a record of its children and, called `@name`, its
 * attributes. Reads as far as makes sense; undefined for what is none, and for pages.
 */
export function xmlBody(text: string): LooseRecord | undefined {
  const read = text.slice(0, mostRead).replace(/^\uFEFF/u, '');
  if (!/^\s*<[\p{L}_?!]/u.test(read) || /^\s*<(?:!doctype\s+html|html)\b/iu.test(read)) return undefined;
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const path: Element[] = [root];
  for (let at = 0; at < read.length; ) at = readNext(read, at, path);
  while (path.length > 1) close(path);
  return root.children.length > 0 ? recordOf(root.children) : undefined;
}

/** Reads what begins at a place, and says where the next begins. */
function readNext(text: string, at: number, path: Element[]): number {
  const current = path.at(-1);
  if (text[at] !== '<' || !current) {
    const next = text.indexOf('<', at + 1);
    const end = next < 0 ? text.length : next;
    if (current) current.text += withoutEntities(text.slice(at, end));
    return end;
  }
  for (const [start, end] of skipped) {
    if (!text.startsWith(start, at)) continue;
    const found = text.indexOf(end, at + start.length);
    if (start === '<![CDATA[') current.text += text.slice(at + start.length, found < 0 ? text.length : found);
    return found < 0 ? text.length : found + end.length;
  }
  open.lastIndex = at;
  const found = open.exec(text);
  if (!found) {
    current.text += '<';
    return at + 1;
  }
  const [whole, slash, name = '', rest = ''] = found;
  if (slash === '') path.push({ name, attributes: attributesIn(rest), children: [], text: '' });
  if (slash === '/' ? path.some((element) => element.name === name) : rest.endsWith('/')) {
    while (path.length > 1 && close(path) !== name);
  }
  return path.length > deepest ? text.length : at + whole.length;
}

const skipped = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** Ends the innermost element, and says which that was. */
function close(path: Element[]): string | undefined {
  const { name, attributes, children, text } = path.pop() ?? {};
  const parent = path.at(-1)?.children;
  if (name === undefined || !attributes || !children) return undefined;
  const inside = [...Object.entries(attributes), ...children];
  const said = text?.replaceAll(/\s+/gu, ' ').trim() ?? '';
  if (said !== '' || inside.length === 0) parent?.push([name, said]);
  if (inside.length > 0) parent?.push([name, recordOf(inside)]);
  return name;
}

function attributesIn(text: string): LooseRecord {
  const found = [...text.matchAll(attribute)].filter(([, name = '']) => !/^xmlns(?::|$)/u.test(name));
  return Object.fromEntries(found.map(([, name, a, b]) => [`@${name}`, withoutEntities(a ?? b ?? '')]));
}

function withoutEntities(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (whole, name: string) => entities.get(name) ?? whole);
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
