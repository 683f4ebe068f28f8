import { isNumberOfThing, isOfThings } from '../persons/numbersOfThings.ts';
import { isSecretField, isSecretHeader } from '../secrets/secretNames.ts';
import { secretsOfValue } from '../secrets/secretValues.ts';
import type { DecodedText, TextPlace } from '../text/decodedText.ts';
import { decode, partOf } from '../text/decodedText.ts';
import { entities } from '../text/encodings.ts';
import type { PrivateReader } from './privateReader.ts';
import { TagTable } from './tagTable.ts';
import { TextAcrossTags } from './textAcrossTags.ts';

const tag =
  /<(?:(\/?)([\p{L}_][\p{L}\p{N}_:.-]*)(\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*(?=>)|\s[^<>]*|\/)?>|!\[CDATA\[|!--)/gu;
const attribute = /([\p{L}_][\p{L}\p{N}_:.-]*)\s?=\s?(?:"([^"]*)"|'([^']*)')/gu;
const nameTag = /^(?:[\w.-]+:)?(?:name|key|header|field|param(?:eter)?|id|label|dt|property)$/iu;
/** Tags that break no line, and those that break it where no new text begins. */
const withinLine =
  /^(?:a|abbr|b|bdi|bdo|big|code|em|font|i|kbd|mark|nobr|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)$/iu;
const emphasises = /^(?:b|code|em|i|kbd|mark|samp|strong|tt|u|var)$/i;
const partOfTable = /^(?:table|t[rdh])$/i;
const breaksLine = /^br$/iu;
const valueTag = /^(?:[\w.-]+:)?(?:values?|val|content|data|text|string|dd)$/iu;

interface Content {
  readonly start: number;
  readonly end: number;
}

/** Looks through XML and HTML: elements and attributes called like a secret, entries of names and values, and what the texts say. */
export function readXml(reader: PrivateReader, text: string, place: TextPlace): void {
  new XmlReader(reader, text, place).read();
}

class XmlReader {
  readonly #reader: PrivateReader;
  readonly #text: string;
  readonly #place: TextPlace;
  /** The secret element that is open, and how many of its name within it. */
  #secret: { readonly name: string; readonly tag: string; depth: number } | undefined;
  #tag = '';
  /** What the last element of names says, when that is a secret's name. */
  #called: string | undefined;
  readonly #lines: TextAcrossTags;
  readonly #table = new TagTable((name, piece) => this.#cover(name, piece));

  constructor(reader: PrivateReader, text: string, place: TextPlace) {
    this.#reader = reader;
    this.#text = text;
    this.#place = place;
    this.#lines = new TextAcrossTags(reader);
  }

  read(): void {
    let at = 0;
    tag.lastIndex = 0;
    for (;;) {
      tag.lastIndex = at;
      const found = tag.exec(this.#text);
      if (!found) break;
      this.#content({ start: at, end: found.index });
      const begin = found.index + found[0].length;
      const closing = found[0] === '<![CDATA[' ? ']]>' : found[0] === '<!--' ? '-->' : undefined;
      if (closing === undefined) {
        this.#element({ close: found[1] === '/', name: found[2] ?? '', attributes: found[3] ?? '' }, begin);
        at = begin;
        continue;
      }
      const close = this.#text.indexOf(closing, begin);
      const end = close < 0 ? this.#text.length : close;
      this.#content({ start: begin, end }, found[0] === '<!--' ? 'comment' : 'data');
      at = Math.min(end + closing.length, this.#text.length);
    }
    this.#content({ start: at, end: this.#text.length });
    this.#lines.end();
    this.#table.endRow();
  }

  #element({ close, name, attributes }: { close: boolean; name: string; attributes: string }, end: number): void {
    const empty = attributes.endsWith('/');
    if (this.#secret && this.#secret.tag === name && !empty) {
      this.#secret.depth += close ? -1 : 1;
      if (this.#secret.depth === 0) this.#secret = undefined;
    }
    this.#tag = close ? '' : name;
    if (partOfTable.test(name)) this.#table.tag(name.toLowerCase(), close);
    if (breaksLine.test(name)) this.#lines.breakLine();
    else if (!withinLine.test(name)) this.#lines.end();
    if (close) return;
    const called = this.#attributes(name, attributes, end - 1 - attributes.length);
    const secret = called ?? (isSecretField(name) ? name : valueTag.test(name) ? this.#called : undefined);
    if (valueTag.test(name)) this.#called = undefined;
    if (secret !== undefined && !empty && !this.#secret) this.#secret = { name: secret, tag: name, depth: 1 };
  }

  /** The secret's name that an element is called by in its attributes, if one. */
  #attributes(tag: string, written: string, start: number): string | undefined {
    const all = [...written.matchAll(attribute)].map(({ 1: name = '', 2: double, 3: single, index, 0: whole }) => {
      const value = double ?? single ?? '';
      return { name, value, start: start + index + whole.length - 1 - value.length };
    });
    const isInput = /^input$/i.test(tag);
    const called =
      all.find(({ name, value }) => nameTag.test(name) && isSecretHeader(value))?.value ??
      (isInput
        ? (all.find(({ name, value }) => name === 'type' && isSecretField(value))?.value ?? this.#called)
        : isSecretField(tag)
          ? tag
          : undefined);
    if (isInput) this.#called = undefined;
    for (const { name, value, start: from } of all) {
      const secret = isSecretField(name) ? name : valueTag.test(name) ? called : undefined;
      if (secret !== undefined) this.#cover(secret, { start: from, end: from + value.length });
      else this.#look({ start: from, end: from + value.length }, false);
    }
    return called;
  }

  #content(content: Content, writtenAs: 'text' | 'data' | 'comment' = 'text'): void {
    if (content.start >= content.end) return;
    const said = this.#text.slice(content.start, content.end);
    if (said.trim() === '') return;
    if (this.#secret) this.#cover(this.#secret.name, content);
    else if (!isNumberOfThing(said.trim()) || !isOfThings(this.#tag)) {
      const read = this.#look(content, writtenAs !== 'text');
      if (writtenAs !== 'comment') {
        this.#lines.add(read, emphasises.test(this.#tag));
        this.#table.add(read.text, content);
      }
    }
    if (nameTag.test(this.#tag)) this.#called = isSecretHeader(said) ? said.trim() : undefined;
  }

  #cover(name: string, { start, end }: Content): void {
    const raw = this.#text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const value = raw.trim();
    for (const secret of secretsOfValue(name, value)) {
      const part = { kind: 'secret', value: value.slice(secret.start, secret.end), name: secret.name } as const;
      this.#reader.add(partOf(this.#place, start + lead), { ...part, start: secret.start, end: secret.end });
    }
  }

  /** What is written as it is may be a document of its own. */
  #look({ start, end }: Content, isDocument: boolean): DecodedText {
    const raw = this.#text.slice(start, end);
    const place = partOf(this.#place, start);
    const decoded = isDocument ? undefined : decode(raw, entities, place);
    const read = decoded ?? { text: raw, place };
    if (decoded) this.#reader.read(read.text, read.place);
    else if (isDocument) this.#reader.read(raw, { ...place, depth: place.depth + 1 });
    else this.#reader.readContent(raw, place);
    return read;
  }
}
