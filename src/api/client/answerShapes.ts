import { asNumber, isRecord } from '../../domain/json/looseValues.ts';
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
  if (!json.hits.every(isObject)) return undefined;
  return { hits: json.hits, total: readTotal(json.total, json.hits.length), pageSize: readCount(json.page_size) };
}

export function readTotal(total: unknown, hits: number): Total {
  const { value, relation } = isObject(total) ? total : { value: total, relation: undefined };
  const count = readCount(value);
  if (count === undefined) return { count: hits, atLeast: true };
  return { count, atLeast: relation === 'gte' || count === reachable };
}

/** The session in an answer, in any of the shapes that were seen: bare, in `hits`, in a list. */
export function readSession(json: unknown): SessionDocument | undefined {
  if (Array.isArray(json)) return json.length === 1 && isObject(json[0]) ? json[0] : undefined;
  if (!isObject(json)) return undefined;
  return Array.isArray(json.hits) ? readSession(json.hits) : json;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return isRecord(value);
}

export function readCount(value: unknown): number | undefined {
  const number = typeof value === 'string' && !/^\d+$/.test(value) ? undefined : asNumber(value);
  return Number.isInteger(number) && number !== undefined && number >= 0 ? number : undefined;
}
