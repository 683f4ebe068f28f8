import type { SessionRow } from '../../api/client/searchPage.ts';
import { eachItem, eachMember } from '../../domain/json/eachMember.ts';
import { endOfValue } from '../../domain/json/endOfValue.ts';
import { asRecord, isRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import { projection } from '../../domain/session/projection.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { beside } from '../mapping/archivedField.ts';

/** A document that was found. */
export interface Hit extends SessionRow {
  readonly index: string;
  readonly documentId: string;
  /** Its place in the order, as the engine wrote it: its numbers are longer than JavaScript's. */
  readonly place: string | undefined;
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** What else the answer says. */
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Reading {
  readonly bytes: Buffer;
  readonly names: readonly string[];
  /** The fields of a session that are kept; all of them without. */
  readonly fields: readonly string[] | undefined;
}

/** Splits the answer of a search into its sessions, which stay the bytes that came. Undefined when it is no such answer. */
export function readHits(body: Uint8Array, names: readonly string[], fields?: readonly string[]): Hits | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const reading: Reading = { bytes, names, fields };
  const facts: Record<string, unknown> = {};
  const hits: Hit[] = [];
  let total: unknown;
  const end = eachMember(bytes, 0, ({ nameStart, nameEnd, valueStart }) => {
    const name = textAt(bytes, nameStart, nameEnd);
    if (name !== 'hits') return keep(bytes, valueStart, (value) => (facts[name] = value));
    return eachMember(bytes, valueStart, (inner) => {
      const innerName = textAt(bytes, inner.nameStart, inner.nameEnd);
      if (innerName === 'total') return keep(bytes, inner.valueStart, (value) => (total = value));
      if (innerName !== 'hits') return undefined;
      return eachItem(bytes, inner.valueStart, (at) => addHit(hits, reading, at));
    });
  });
  if (end < 0) return undefined;
  const count = isRecord(total) ? total.value : total;
  return { hits, total: Number(count ?? 0), facts };
}

function addHit(hits: Hit[], reading: Reading, at: number): number {
  const { bytes } = reading;
  const facts: Record<string, unknown> = {};
  let place: string | undefined;
  let source: readonly [start: number, end: number] | undefined;
  const end = eachMember(bytes, at, ({ nameStart, nameEnd, valueStart }) => {
    const name = textAt(bytes, nameStart, nameEnd);
    const valueEnd = endOfValue(bytes, valueStart);
    if (valueEnd < 0) return -1;
    if (name === '_source') source = [valueStart, valueEnd];
    else if (name === 'sort') place = bytes.toString('utf8', valueStart, valueEnd);
    else if (name === '_index' || name === '_id') facts[name] = parseJson(bytes.toString('utf8', valueStart, valueEnd));
    return valueEnd;
  });
  if (end < 0) return end;
  const row = source ? rowOf(bytes.subarray(...source), reading) : { bytes: new Uint8Array(), members: {} };
  hits.push({ ...row, index: String(facts._index), documentId: String(facts._id), place });
  return end;
}

/** The session in a document, without what was put beside it. */
function rowOf(document: Buffer, { names, fields }: Reading): SessionRow {
  const members: [string, unknown][] = [];
  let own: readonly [start: number, end: number, before: number] | undefined;
  let before = 0;
  eachMember(document, 0, ({ nameStart, nameEnd, valueStart }) => {
    const name = textAt(document, nameStart, nameEnd);
    const valueEnd = endOfValue(document, valueStart);
    if (valueEnd < 0) return -1;
    if (name === beside) own = [nameStart, valueEnd, before];
    else if (names.includes(name)) members.push([name, parseJson(document.toString('utf8', valueStart, valueEnd))]);
    before = valueEnd;
    return valueEnd;
  });
  if (!own) return { bytes: document, members: Object.fromEntries(members) };
  const [start, end, last] = own;
  const text = document.toString('utf8', start, end);
  const { session } = asRecord(asRecord(parseJson(`{${text}}`))[beside]);
  if (typeof session === 'string') return rowOfText(session, { names, fields });
  return { bytes: without(document, { start, end, last }), members: Object.fromEntries(members) };
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
function without(
  document: Buffer,
  { start, end, last }: { readonly start: number; readonly end: number; readonly last: number },
): Uint8Array {
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
