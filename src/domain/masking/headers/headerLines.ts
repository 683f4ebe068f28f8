import { decode, wholeText } from '../text/decodedText.ts';
import { entities, percent } from '../text/encodings.ts';
import type { Header, ReadHeaders } from './header.ts';

/** Headers as curl and its like are given them, in the quotes of any shell or in none. */
const option = /(?:^|\s)(?:-H|--headers?)[\s=]*(?:\$?(["'])(.*?)(?<!\\)\1|\^"(.*?)\^"|([^\s"'^][^\s]*))/gsu;
/** `Name: value`, also as an item of a list, within quotes, or as curl tells of it. */
const line = /^(?:(?:[-*><]|\d{1,3}[.)])\s+)?(["']?)([^\s:"']+)\1\s*:(?:\s*(["'])(.*)\3\s*,?|(.*))$/su;
/** `Name = "value"`, and `'Name', 'value'`. */
const setLine = /^(?:(["']?)([\w!#$%&*+.^`|~-]+)\1)\s?=\s?(?:(["'])(.*)\3|([^\s=].*))$/su;
const pairLine = /^\s*(["'])([^"']+)\1\s*,\s*(["'])(.*)\3\s*,?$/su;
/** What curl tells beside headers, and what only HTTP/2 has. */
const note = /^(?:[{}]\s.*|\*\s+(?![\w-]+:\s).*|[*<>{}]\s*|(?:[><]\s+)?:[a-z]+:.*|.*\bHeaders:\s*)$/iu;

/** What belongs to the name on the line before. */
const valueLine = /^\s*["']?values?["']?\s*[:=]/iu;
const nameLine = /^(?:name|key|header)$/iu;

/** The headers of a command, if it has any. */
export function ofOptions(text: string): ReadHeaders | undefined {
  const options = [...text.matchAll(option)].map(({ 2: quoted, 3: caret, 4: bare }) => quoted ?? caret ?? bare ?? '');
  return options.length === 0 ? undefined : ofLines(options);
}

/** Headers in lines, as a table, or in the tags of XML. */
export function ofWrittenText(text: string): ReadHeaders {
  if (/^\s*</.test(text)) {
    const found = ofXml(text);
    if (found) return { headers: found, unread: false };
  }
  if (/^[^\s&=:]+=[^\s&]*(?:&[^\s&=]+=[^\s&]*)+$/.test(text.trim())) return { headers: ofForm(text), unread: false };
  const lines = text.split(/\r\n|\n|\r/u);
  return ofTable(lines) ?? ofAlternating(lines) ?? ofLines(lines);
}

export function isLine(text: string): boolean {
  return line.test(text);
}

/** What logs of clients put in front of a header: whose it is, when it was, and which way it went. */
const logged = [
  // curl and nghttp, of HTTP/2.
  /^\*\s+(?:\[HTTP\/\d\]|h2(?:h3)?)(?:\s\[\d+\])?\s\[(.*)\]$/u,
  /^(?:\[id=\d+\]\s)?\[\s*\d+\.\d+\]\s(?:(?:send|recv)\s\(stream_id=\d+\)\s)?(:?[\w-]+:\s.*)$/u,
  // Go.
  /^[\d/]+\s[\d:.]+\s(?:\S+\s)?http2: .*?\bheader (?:field )?("[\w:-]+" = ".*")$/u,
  // Apache's client, Jersey, Feign.
  /^.*?\s(?:>>|<<)\s"(.*?)(?:\[\\r\])?(?:\[\\n\])?"$/u,
  /^(?:\d+ )?(?:>>?|<<?)\s+([\w-]+:\s.*)$/u,
  /^\[\w+#\w+(?:\(.*\))?\]\s([\w-]+:\s.*)$/u,
  /^header: (.*)$/u,
];
/** What such logs tell beside headers. */
const loggedNote =
  /^(?:\*\s+(?:\[HTTP\/\d\]|h2(?:h3)?|Using Stream ID).*|\[\s*\d+\.\d+\]\s(?:send|recv)\s[A-Z_]+ frame.*|\s*;.*|\s*\(padlen=.*|(?:INFO: )?\d+ [*>]\s.*|(?:\[\w+#.*\]\s)?-{2,3}>.*|reply: .*|<request>|\[?(?:HTTP)?Headers\]?:|#{3,}|[A-Z]+ https?:\/\/\S+)$/u;

/** Whether a text begins as a log does whose lines begin with a bracket. */
export function isLog(text: string): boolean {
  return /^\s*\[(?:\s*\d+\.\d+\]|id=\d+\]|\w+#\w)/.test(text);
}

/** A line without what a log puts in front of it; an empty one for what is no header. */
function withoutLog(written: string): string {
  for (const pattern of logged) {
    const found = pattern.exec(written)?.[1];
    if (found !== undefined) return found.startsWith(':') ? '' : found;
  }
  return loggedNote.test(written) || /^\s+:[a-z]+: /u.test(written) ? '' : written;
}

export function ofLines(given: readonly string[]): ReadHeaders {
  const written = given.map(withoutLog);
  const told = written.filter((one) => one.trim() !== '' && !note.test(one));
  const isIndented = told.length > 0 && told.every((one) => /^\s/.test(one));
  const lines = isIndented ? written.map((one) => one.trimStart()) : written;
  const headers: Header[] = [];
  let unread = false;
  const isMessage = /^(?:[><]\s+)?(?:[A-Z]+ \S+ HTTP\/\d|HTTP\/\d)/u.test(lines[0] ?? '');
  for (const [index, text] of lines.entries()) {
    // Behind an empty line of a message comes its body.
    if (isMessage && text.trim() === '' && headers.length > 0 && !isLine(lines[index + 1] ?? '')) break;
    const last = headers.at(-1);
    const [, , name, , quoted, bare = ''] = note.test(text) ? [] : (line.exec(text) ?? pairLine.exec(text) ?? []);
    const value = quoted ?? bare;
    if (last && nameLine.test(last.name) && valueLine.test(text)) {
      headers.splice(-1, 1, { name: last.value, value: unquoted(text.replace(valueLine, '')) });
    }
    // An item of a list below its name.
    else if (last && /^\s*-\s+\S/.test(text) && last.value === '')
      headers.splice(-1, 1, { ...last, value: unquoted(text.replace(/^\s*-\s+/, '')) });
    else if (name !== undefined) headers.push({ name, value: value.trim() });
    // A line that begins with a space continues the one before, as HTTP once allowed.
    else if (last && /^\s+\S/u.test(text)) headers.splice(-1, 1, { ...last, value: `${last.value} ${text.trim()}` });
    else if (!note.test(text)) {
      const set = setLine.exec(text.trim().replace(/[;,]$/, ''));
      if (set) headers.push({ name: set[2] ?? '', value: set[4] ?? set[5] ?? '' });
      else if (text.trim() !== '' && !/HTTP\/\d/iu.test(text)) unread = true;
    }
  }
  return { headers, unread };
}

function unquoted(written: string): string {
  return written.trim().replace(/^(["'])(.*)\1$/su, '$2');
}

const tableHead = /^[\s|]*(?:name|key|header)s?\s*([|,;\t]|\s{2})\s*values?[\s|]*$/iu;
const longestHead = 200;
const tableRule = /^[\s|:+=-]*$/;

/** Two columns below their names; a tab needs none. */
function ofTable(lines: readonly string[]): ReadHeaders | undefined {
  const rows = lines.filter((one) => !tableRule.test(one));
  const mark = tableHead.exec(rows[0]?.slice(0, longestHead) ?? '')?.[1];
  if (mark === undefined && !rows.every((row) => /^[\w-]+\t+\S/.test(row))) return undefined;
  const between = mark === undefined ? '\t' : /^\s{2}$/.test(mark) ? /\s+/u : mark;
  const headers = rows.slice(mark === undefined ? 0 : 1).map((row) => {
    const [name = '', ...rest] = row
      .replace(/^\s*\|/, '')
      .replace(/\|\s*$/, '')
      .trim()
      .split(between);
    return { name: unquoted(name), value: unquoted(rest.join(typeof between === 'string' ? between : ' ')) };
  });
  return { headers, unread: headers.some(({ name }) => /\s/.test(name)) };
}

/** Names and values in turn, as browsers copy them. */
function ofAlternating(lines: readonly string[]): ReadHeaders | undefined {
  const told = lines.map((one) => one.trim()).filter((one) => one !== '');
  const names = told.filter((_, index) => index % 2 === 0);
  const areNames =
    names.every((name) => /^:?[a-z][a-z\d-]*:?$/i.test(name)) && names.some((name) => /\w-\w/.test(name));
  const hasItems = told.some((one) => /^-\s/.test(one));
  if (told.length < 2 || told.length % 2 === 1 || !areNames || hasItems) return undefined;
  const headers = names.map((name, index) => ({ name: name.replace(/:$/, ''), value: told[2 * index + 1] ?? '' }));
  return { headers: headers.filter(({ name }) => !name.startsWith(':')), unread: false };
}

function ofForm(text: string): readonly Header[] {
  return text
    .trim()
    .split('&')
    .map((part) => {
      const [name = '', value = ''] = part.split(/=(.*)/su).map(ofPart);
      return { name, value };
    });
}

function ofPart(written: string): string {
  const plain = written.replaceAll('+', ' ');
  return decode(plain, percent, wholeText)?.text ?? plain;
}

const element = /<([\w:.-]+)((?:\s[^<>]*?)?)(?:\/>|>([^<>]*)<\/\1\s*>)/gu;

/** Undefined where something stands elsewhere than in a value: it may be anything. */
function ofXml(text: string): readonly Header[] | undefined {
  const headers: Header[] = [];
  const rest = text.replaceAll(element, (_, tag: string, attributes: string, content = '') => {
    const [name, value] = ['name|key|n|k', 'value|v'].map(
      (one) => new RegExp(`\\s(?:${one})\\s?=\\s?(["'])(.*?)\\1`, 'iu').exec(attributes)?.[2],
    );
    if (name === undefined && /=/.test(attributes)) return 'unread';
    const last = headers.at(-1);
    if (/^values?$/iu.test(tag) && last && nameLine.test(last.name)) {
      headers.splice(-1, 1, { name: last.value, value: meant(content) });
    } else headers.push({ name: meant(name ?? tag), value: meant(value ?? content).trim() });
    return '';
  });
  return headers.length > 0 && rest.replaceAll(/<[^<>]*>/g, '').trim() === '' ? headers : undefined;
}

function meant(written: string): string {
  return decode(written, entities, wholeText)?.text ?? written;
}
