import { asRecord, asText } from '../json/looseValues.ts';
import { readLoosely } from '../json/readLoosely.ts';
import { parseServiceTime } from '../time/serviceTime.ts';

/** A session that a text names. */
export interface NamedSession {
  readonly id: string;
  readonly day?: Date;
}

const uuid = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/giu;
const address = /\/(?<day>\d{4}-\d{2}-\d{2})\/(?<id>[^/\s"'<>]+)\.insights-session\.json/u;
const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u;
/** What stands before an id says whose it is. */
const ofSession = /session(?:s|[_-]?id)?["'\s:=/([{]*$/iu;
const ofDocument = /"id"\s*:\s*"$/u;
const nearBy = 40;

/** All that look like session ids in a text, and where they stand. */
export function sessionIdsIn(text: string): readonly { readonly id: string; readonly offset: number }[] {
  return [...text.matchAll(uuid)].map(({ 0: id, index }) => ({ id, offset: index }));
}

/** The session that a text names: an id alone, or one within an address, a line of a log or the JSON of other people's tools. */
export function sessionIdIn(text: string): NamedSession | undefined {
  const place = address.exec(text)?.groups;
  if (place?.id) return withDay(unescaped(place.id), place.day);
  const ids = [...text.matchAll(uuid)].map(({ 0: id, index }) => ({
    id,
    before: text.slice(Math.max(0, index - nearBy), index),
  }));
  const told = ids.find(({ before }) => ofSession.test(before)) ?? ids.find(({ before }) => ofDocument.test(before));
  const id = (told ?? ids[0])?.id;
  return id === undefined ? documentOf(text) : withDay(id, day.exec(text.replaceAll(id, ' '))?.[0]);
}

/** A session, or a part of one, whose id is of another make. */
function documentOf(text: string): NamedSession | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const session = asRecord(readLoosely(text));
  const id = asText(session.id) ?? asText(session.session_id) ?? asText(session.sessionId);
  return id === undefined ? undefined : withDay(id, asText(session.session_start_time));
}

function withDay(id: string, text: string | undefined): NamedSession {
  const start = parseServiceTime(text);
  return start ? { id, day: start } : { id };
}

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
