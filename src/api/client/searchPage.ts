import { eachItem, eachMember } from '../../domain/json/eachMember.ts';
import { afterBlanks, endOfValue } from '../../domain/json/endOfValue.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { Total } from './answerShapes.ts';
import { readCount, readTotal, tellingMembers, tellsOfError } from './answerShapes.ts';

/** A session as the bytes that came, of which only some members were read. */
export interface SessionRow {
  /** The document as the service wrote it, in one line of UTF-8. */
  readonly bytes: Uint8Array;
  /** The members that were asked for, each whole. */
  readonly members: SessionDocument;
}

/** One page of a search whose sessions are left as they came. */
export interface SearchPage {
  readonly rows: readonly SessionRow[];
  readonly total: Total;
  /** The size of a page as the service understood it. */
  readonly pageSize: number | undefined;
}

/** The members beside the hits that are read. */
const factNames = ['total', 'page_size', ...tellingMembers] as const;
type Fact = (typeof factNames)[number];

const quote = 0x22;
const backslash = 0x5c;

/**
 * Splits the answer of a search into its sessions and reads the members that are called `names` of each: a small part of the work of
 * reading them whole. Undefined when it is no answer of a search. Throws a SyntaxError when it is no JSON.
 */
export function readSearchPage(body: Uint8Array, names: readonly string[]): SearchPage | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const wanted = names.map((name) => ({ name, bytes: Buffer.from(JSON.stringify(name)) }));
  const facts: { hits?: readonly SessionRow[] | undefined } & { [name in Fact]?: unknown } = {};
  // What is among sessions and none itself is counted, and thereby told to be missing.
  let others = 0;
  const start = afterBlanks(bytes, startsWithMark(bytes) ? 3 : 0);
  const end = eachMember(bytes, start, (nameStart, nameEnd, valueStart) => {
    const name = textAt(bytes, nameStart, nameEnd);
    if (name === 'hits') {
      const rows: SessionRow[] = [];
      facts.hits = rows;
      others = 0;
      if (bytes[valueStart] !== 0x5b) {
        facts.hits = undefined;
        return undefined;
      }
      return eachItem(bytes, valueStart, (at) => {
        if (bytes[at] === 0x7b) return addRow(rows, { bytes, at, wanted });
        others++;
        return undefined;
      });
    }
    if (!isFact(name)) return undefined;
    const valueEnd = endOfValue(bytes, valueStart);
    if (valueEnd >= 0) facts[name] = valueAt(bytes, valueStart, valueEnd);
    return valueEnd;
  });
  if (end < 0 || afterBlanks(bytes, end) < bytes.length) {
    // A list, a text or a number is JSON too.
    if (endOfValue(bytes, start) < 0 || end >= 0) throw new SyntaxError('not JSON');
    return undefined;
  }
  if (!facts.hits || (facts.hits.length === 0 && others > 0) || tellsOfError(facts)) return undefined;
  return { rows: facts.hits, total: readTotal(facts.total, facts.hits.length), pageSize: readCount(facts.page_size) };
}

function isFact(name: string): name is Fact {
  return factNames.some((fact) => fact === name);
}

function addRow(
  rows: SessionRow[],
  { bytes, at, wanted }: { readonly bytes: Buffer; readonly at: number; readonly wanted: readonly Wanted[] },
): number {
  const members: [string, unknown][] = [];
  const end = eachMember(bytes, at, (nameStart, nameEnd, valueStart) => {
    const name = wantedAt(bytes, { nameStart, nameEnd, wanted });
    if (name === undefined) return undefined;
    const valueEnd = endOfValue(bytes, valueStart);
    if (valueEnd >= 0) members.push([name, valueAt(bytes, valueStart, valueEnd)]);
    return valueEnd;
  });
  if (end >= 0) rows.push({ bytes: inOneLine(bytes.subarray(at, end)), members: Object.fromEntries(members) });
  return end;
}

interface Wanted {
  readonly name: string;
  /** As it is mostly written. */
  readonly bytes: Buffer;
}

function wantedAt(
  bytes: Buffer,
  place: { readonly nameStart: number; readonly nameEnd: number; readonly wanted: readonly Wanted[] },
): string | undefined {
  const { nameStart, nameEnd, wanted } = place;
  for (const { name, bytes: written } of wanted) {
    if (written.length === nameEnd - nameStart && standsAt(bytes, nameStart, written)) return name;
  }
  // With escapes it may be written in many ways.
  if (!hasEscape(bytes, nameStart, nameEnd)) return undefined;
  const name = textAt(bytes, nameStart, nameEnd);
  return wanted.find((one) => one.name === name)?.name;
}

/** Byte by byte: names are short, and a view of each would be a thing to make and to throw away. */
function standsAt(bytes: Uint8Array, start: number, written: Uint8Array): boolean {
  for (let at = 0; at < written.length; at++) if (bytes[start + at] !== written[at]) return false;
  return true;
}

function hasEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === backslash) return true;
  return false;
}

/** Line ends are nothing but blanks: within a string they are escaped. */
function inOneLine(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0x0a) || bytes.includes(0x0d) ? bytes.filter((byte) => byte !== 0x0a && byte !== 0x0d) : bytes;
}

function textAt(bytes: Buffer, start: number, end: number): string {
  return String(valueAt(bytes, start, end));
}

function valueAt(bytes: Buffer, start: number, end: number): unknown {
  // What stands for itself needs no reading.
  const isPlain = bytes[start] === quote && !hasEscape(bytes, start, end);
  return isPlain ? bytes.toString('utf8', start + 1, end - 1) : parseJson(bytes.toString('utf8', start, end));
}

/** A byte order mark. */
function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
