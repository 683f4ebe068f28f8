import { isRecord } from '../json/looseValues.ts';
import { entriesOf, recordOf } from '../json/writtenEntries.ts';
import { WrittenNumber } from '../json/writtenNumber.ts';
import type { SessionDocument } from '../session/session.ts';
import { createRedactor } from './redaction.ts';

/** Fields that hold a person's number, whatever it looks like. */
const numbers: ReadonlySet<string> = new Set(['source', 'destination']);
/** What tells one session from another and when it was is no personal data, and nothing works without it. */
const kept: ReadonlySet<string> = new Set([
  'id',
  'session_start_time',
  'session_end_time',
  'request_ids',
  'request_id',
  'node_id',
]);

/** Masks sessions that leave the machine: one alias for one value in all of them. */
export function createSessionMask(): (session: SessionDocument) => SessionDocument {
  const redactor = createRedactor();
  const aliases = new Map<string, string>();
  const aliasOf = (value: string): string => {
    const alias = redactor.redact(value);
    if (alias !== value || value === '') return alias;
    // Too short or too odd for a phone number: still somebody's address.
    const made = aliases.get(value) ?? `PARTY-${aliases.size + 1}`;
    aliases.set(value, made);
    return made;
  };
  const names = new Map<string, string>();
  const nameOf = (key: string): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = redactor.redact(key);
    // The same few names come in every session; those that data made are too many to remember.
    if (names.size < 1000) names.set(key, name);
    return name;
  };
  const visit = (value: unknown, name: string): unknown => {
    if (kept.has(name)) return value;
    const isNumber = typeof value === 'number' || value instanceof WrittenNumber;
    if (numbers.has(name) && (typeof value === 'string' || isNumber)) return aliasOf(String(value));
    if (typeof value === 'string') return redactor.redact(value);
    if (Array.isArray(value)) return value.map((item) => visit(item, ''));
    if (!isRecord(value)) return value;
    return recordOf(entriesOf(value).map(([key, item]) => [nameOf(key), visit(item, key)]));
  };
  return (session) => recordOf(entriesOf(session).map(([key, item]) => [key, visit(item, key)]));
}
