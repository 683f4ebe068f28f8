import { asNumber, asText, isRecord } from '../../domain/json/looseValues.ts';
import type { SessionDocument } from '../../domain/session/session.ts';

export interface SearchAnswer {
  readonly hits: readonly SessionDocument[];
  /** How many there are in all; `atLeast` when the service stopped counting. */
  readonly total: Total;
  /** The size of a page as the service understood it. */
  readonly pageSize: number | undefined;
}

export interface Total {
  readonly count: number;
  readonly atLeast: boolean;
}

/** Elasticsearch pages through, and by default counts, this many. */
export const reachable = 10_000;

/** Reads the answer of a search; undefined when it is none. Numbers may come as their text. */
export function readSearchAnswer(json: unknown): SearchAnswer | undefined {
  if (!isObject(json) || !Array.isArray(json.hits)) return undefined;
  const hits = json.hits.filter(isObject);
  // What is among sessions and none itself is counted, and thereby told to be missing.
  if ((hits.length === 0 && json.hits.length > 0) || tellsOfError(json)) return undefined;
  return { hits: hits.map(withTextId), total: readTotal(json.total, hits.length), pageSize: readCount(json.page_size) };
}

/** A session by an id that is a text: sessions are told apart, asked for and opened by it. */
function withTextId(session: SessionDocument): SessionDocument {
  const id = asText(session.id);
  return id === undefined || id === session.id ? session : { ...session, id };
}

/** Whether an answer that has hits says itself that they are not all: then they are no answer. */
export function tellsOfError({ error, errors, timed_out }: { readonly [name: string]: unknown }): boolean {
  const isSaid = (value: unknown) => Boolean(value) && !(Array.isArray(value) && value.length === 0);
  return isSaid(error) || isSaid(errors) || timed_out === true;
}

/** The members that say it. */
export const tellingMembers = ['error', 'errors', 'timed_out'] as const;

export function readTotal(total: unknown, hits: number): Total {
  const { value, relation } = isObject(total) ? total : { value: total, relation: undefined };
  const count = readCount(value);
  // Whoever gives more than it counts hasn't counted.
  if (count === undefined || count < hits) return { count: hits, atLeast: true };
  return { count, atLeast: relation === 'gte' || count === reachable };
}

/** The session in an answer, in any of the shapes that were seen: bare, in `hits`, in a list; of several, the one of that id. */
export function readSession(json: unknown, id?: string): SessionDocument | undefined {
  if (Array.isArray(json)) {
    const sessions = json.filter(isObject).map(withTextId);
    return sessions.find((session) => session.id === id) ?? (json.length === 1 ? sessions[0] : undefined);
  }
  if (!isObject(json)) return undefined;
  return Array.isArray(json.hits) ? readSession(json.hits, id) : withTextId(json);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return isRecord(value);
}

export function readCount(value: unknown): number | undefined {
  const number = typeof value === 'string' && !/^\d+$/.test(value) ? undefined : asNumber(value);
  return Number.isSafeInteger(number) && number !== undefined && number >= 0 ? number : undefined;
}
