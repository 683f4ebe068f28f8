import type { SessionRow } from '../../api/client/searchPage.ts';
import { eachItem, eachMember } from '../../domain/json/eachMember.ts';
import { endOfValue } from '../../domain/json/endOfValue.ts';
import { asRecord, asText } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import { projection } from '../../domain/session/fields/projection.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { beside } from '../mapping/archivedField.ts';

/** A document that was found. */
export interface Hit extends SessionRow {
  readonly index: string;
  readonly documentId: string;
  /** What it was placed by, where another tool wrote it so. */
  readonly routing: string | undefined;
  /** Its place in the order, as the engine wrote it: its numbers are longer than JavaScript's. */
  readonly place: string | undefined;
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Engines before Elasticsearch 7 wrote the total as a number alone. */
  readonly isOld: boolean;
  /** What else the answer says. */
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Reading {
  readonly bytes: Buffer;
  readonly names: readonly string[];
  /** The same as they are written. */
  readonly wanted: readonly { readonly name: string; readonly written: Buffer }[];
  /** The fields of a session that are kept; all of them without. */
  readonly fields: readonly string[] | undefined;
}

const openBracket = 0x5b;

/** Splits the answer of a search into its sessions, which stay the bytes that came. Undefined when it is no such answer. */
export function readHits(body: Uint8Array, names: readonly string[], fields?: readonly string[]): Hits | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const wanted = names.map((name) => ({ name, written: Buffer.from(JSON.stringify(name)) }));
  const reading: Reading = { bytes, names, wanted, fields };
  const facts: Record<string, unknown> = {};
  const hits: Hit[] = [];
  let total: unknown;
  let found = false;
  const end = eachMember(bytes, 0, (nameStart, nameEnd, valueStart) => {
    const name = textAt(bytes, nameStart, nameEnd);
    if (name !== 'hits') return keep(bytes, valueStart, (value) => (facts[name] = value));
    return eachMember(bytes, valueStart, (innerStart, innerEnd, innerValue) => {
      const innerName = textAt(bytes, innerStart, innerEnd);
      if (innerName === 'total') return keep(bytes, innerValue, (value) => (total = value));
      if (innerName !== 'hits') return undefined;
      found = bytes[innerValue] === openBracket;
      return eachItem(bytes, innerValue, (at) => addHit(hits, reading, at));
    });
  });
  if (end < 0 || !found) return undefined;
  const isOld = typeof total === 'number';
  return { hits, total: Number((isOld ? total : asRecord(total).value) ?? 0), isOld, facts };
}

function addHit(hits: Hit[], reading: Reading, at: number): number {
  const { bytes } = reading;
  const facts: Record<string, unknown> = {};
  let place: string | undefined;
  let row: SessionRow | undefined;
  const end = eachMember(bytes, at, (nameStart, nameEnd, valueStart) => {
    const name = textAt(bytes, nameStart, nameEnd);
    if (name === '_source') {
      const read = rowAt(reading, valueStart);
      row = read?.row;
      return read?.end ?? -1;
    }
    const valueEnd = endOfValue(bytes, valueStart);
    if (valueEnd < 0) return -1;
    if (name === 'sort') place = bytes.toString('utf8', valueStart, valueEnd);
    else if (name === '_index' || name === '_id' || name === '_routing')
      facts[name] = parseJson(bytes.toString('utf8', valueStart, valueEnd));
    return valueEnd;
  });
  if (end < 0) return end;
  row ??= { bytes: new Uint8Array(), members: {} };
  const [index, documentId] = [String(facts._index), String(facts._id)];
  hits.push({ ...row, index, documentId, routing: asText(facts._routing), place });
  return end;
}

const backslash = 0x5c;
const besideWritten = Buffer.from(JSON.stringify(beside));

/** The session in the document that begins there, without what was put beside it, and where the document ends: it is gone through once. */
function rowAt(
  { bytes, names, wanted, fields }: Reading,
  start: number,
): { readonly row: SessionRow; readonly end: number } | undefined {
  const members: [string, unknown][] = [];
  let own: Place | undefined;
  let before = start;
  const end = eachMember(bytes, start, (nameStart, nameEnd, valueStart) => {
    const valueEnd = endOfValue(bytes, valueStart);
    if (valueEnd < 0) return -1;
    const isName = (written: Buffer): boolean =>
      nameEnd - nameStart === written.length && bytes.compare(written, 0, written.length, nameStart, nameEnd) === 0;
    if (isName(besideWritten)) own = { start: nameStart - start, end: valueEnd - start, last: before - start };
    else {
      // With escapes it may be written in many ways.
      const escaped = bytes.subarray(nameStart, nameEnd).includes(backslash) && textAt(bytes, nameStart, nameEnd);
      const found = wanted.find(({ name, written }) => isName(written) || name === escaped);
      if (found) members.push([found.name, parseJson(bytes.toString('utf8', valueStart, valueEnd))]);
    }
    before = valueEnd;
    return valueEnd;
  });
  if (end < 0) return undefined;
  const document = bytes.subarray(start, end);
  if (!own) return { row: { bytes: document, members: Object.fromEntries(members) }, end };
  const { session } = asRecord(asRecord(parseJson(`{${document.toString('utf8', own.start, own.end)}}`))[beside]);
  const row =
    typeof session === 'string'
      ? rowOfText(session, { names, fields })
      : { bytes: without(document, own), members: Object.fromEntries(members) };
  return { row, end };
}

/** Where something stands in a document, and where what is before it ends. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly last: number;
}

/** A session that its document holds as a text. */
function rowOfText(text: string, { names, fields }: Pick<Reading, 'names' | 'fields'>): SessionRow {
  const whole = parseJson(text);
  const session = fields ? projection(fields)(whole) : whole;
  const record = asRecord(session);
  const members = names.flatMap((name) => (name in record ? [[name, record[name]] as const] : []));
  return {
    bytes: Buffer.from(fields ? writeJson(session) : text),
    members: Object.fromEntries(members) as SessionDocument,
  };
}

/** What was put beside the session is mostly its last member, and goes with the comma before it. */
function without(document: Buffer, { start, end, last }: Place): Uint8Array {
  if (last > 0) return Buffer.concat([document.subarray(0, last), document.subarray(end)]);
  const rest = document.subarray(end).toString().replace(/^\s*,/u, '');
  return Buffer.concat([document.subarray(0, start), Buffer.from(rest)]);
}

function keep(bytes: Buffer, start: number, take: (value: unknown) => void): number {
  const end = endOfValue(bytes, start);
  if (end >= 0) take(JSON.parse(bytes.toString('utf8', start, end)));
  return end;
}

function textAt(bytes: Buffer, start: number, end: number): string {
  return String(JSON.parse(bytes.toString('utf8', start, end)));
}
