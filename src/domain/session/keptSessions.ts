import { jsonDocuments } from '../json/jsonDocuments.ts';
import { parseJson } from '../json/parseJson.ts';
import type { SessionDocument } from './session.ts';
import { sessionOf, sessionsIn } from './sessionsIn.ts';

/**
 * The sessions of a document: JSON in any shape that holds them, or several of these behind each other. Undefined where it is none, and where
 * anything in it is no session.
 */
export function keptSessions(text: string): readonly SessionDocument[] | undefined {
  const sessions = sessionsInText(text)?.map(sessionOf);
  return sessions?.every((one) => one !== undefined) ? (sessions as readonly SessionDocument[]) : undefined;
}

function sessionsInText(text: string): readonly unknown[] | undefined {
  try {
    return sessionsIn(parseJson(text));
  } catch {
    const found = jsonDocuments(text);
    if (!('values' in found) || found.values.length === 0) return undefined;
    return sessionsIn(found.values.flatMap((value) => sessionsIn(value) ?? [value]));
  }
}
