import { sessionKeys } from '../../../schemas/generated/sessionKeys.ts';
import type { LooseRecord } from '../json/looseValues.ts';
import { asText, isRecord } from '../json/looseValues.ts';
import { entriesOf, recordOf } from '../json/writtenEntries.ts';

/** Names that nothing but a session has. */
const tellingKeys = [
  ...['session_start_time', 'agent_information', 'transcription', 'flow_path', 'flow_data', 'channel_data'],
  ...['params_list', 'tags_list', 'request_ids'],
];

/** What lists of sessions are called, among much else. */
export const listNames: ReadonlySet<string> = new Set([
  ...['sessions', 'data', 'results', 'items', 'records', 'documents', 'docs', 'rows', 'entries', 'value'],
]);

/** What a session stands in: a document of Elasticsearch, a resource of JSON:API, a row of a database. */
export const wrappers = ['_source', 'attributes', 'session', 'document', 'doc'] as const;

/** A list may stand in an object in an answer. */
const deepest = 3;

/**
 * The sessions of a JSON document in any shape that they are kept in: a session, a list, the service's answer (`hits`), Elasticsearch's
 * answer (`hits.hits`) or document (`_source`), and an object that holds lists or sessions, whatever they are called. What is none stays in
 * a list as it is. Undefined for anything else.
 */
export function sessionsIn(value: unknown): readonly unknown[] | undefined {
  const found = sessionsInside(value);
  return found && found.length > 0 && found.every(isEmpty) ? undefined : found;
}

/** An answer may have left out all that a session has; alone it tells of none. */
function isEmpty(item: unknown): boolean {
  return isRecord(item) && Object.keys(item).length === 0;
}

function sessionsInside(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.flatMap(sessionsOfItem);
  if (!isRecord(value)) return undefined;
  const session = sessionOf(value);
  return session ? [session] : sessionsWithin(value);
}

/** A value as a session, out of what wraps it; undefined when it is something else. */
export function sessionOf(value: unknown): LooseRecord | undefined {
  if (!isRecord(value)) return undefined;
  if (isRecord(value._source)) return isSession(value._source) ? withIdOf(value, value._source) : undefined;
  return isSession(value) ? value : sessionWrappedIn(value);
}

function sessionWrappedIn(value: LooseRecord): LooseRecord | undefined {
  const inside = wrappers.map((name) => value[name]).find((held) => isRecord(held) && isTelling(held));
  return isRecord(inside) ? withIdOf(value, inside) : undefined;
}

/** A session with the id of what wraps it where it says none itself: exports may leave it to their documents. */
function withIdOf(wrapper: LooseRecord, session: LooseRecord): LooseRecord {
  const id = wrapper._id ?? wrapper.id;
  if (asText(session.id) !== undefined || isRecord(id) || asText(id) === undefined) return session;
  return recordOf([['id', asText(id)], ...entriesOf(session).filter(([name]) => name !== 'id')]);
}

/** Answers may stand in a list too, and lists that were put together. */
function sessionsOfItem(item: unknown): readonly unknown[] {
  if (Array.isArray(item) && item.some(sessionOf)) return item.map((one) => sessionOf(one) ?? one);
  const session = sessionOf(item);
  if (session) return [session];
  const within = isRecord(item) ? sessionsWithin(item) : undefined;
  return within && within.length > 0 ? within : [item];
}

function sessionsWithin(value: LooseRecord, depth = 0): readonly unknown[] | undefined {
  if (depth > deepest) return undefined;
  const found = entriesOf(value).map(([name, inside]) => {
    if (Array.isArray(inside)) return isListOfSessions(name, inside) ? sessionsInside(inside) : undefined;
    if (!isRecord(inside)) return undefined;
    const session = isTelling(inside) ? inside : sessionWrappedIn(inside);
    return session ? [session] : sessionsWithin(inside, depth + 1);
  });
  const lists = found.filter((list) => list !== undefined);
  return lists.length === 0 ? undefined : lists.flat();
}

/** What is called like a list of sessions may hold nothing; a list of any other name shows that it holds some. */
function isListOfSessions(name: string, list: readonly unknown[]): boolean {
  if (name === 'hits') return true;
  const isCalledSo = listNames.has(name);
  if (list.length === 0) return isCalledSo;
  return list.slice(0, 10).some((item) => {
    const session = sessionOf(item);
    if (!session) return isRecord(item) && sessionsOfItem(item)[0] !== item;
    return isTelling(session) || (isCalledSo && Object.keys(session).length > 1);
  });
}

/** Every field of a session may be missing, so that what has none but theirs is one too. */
function isSession(value: LooseRecord): boolean {
  return isTelling(value) || Object.keys(value).every((key) => sessionKeys.includes(key));
}

function isTelling(value: LooseRecord): boolean {
  return tellingKeys.some((key) => key in value);
}
