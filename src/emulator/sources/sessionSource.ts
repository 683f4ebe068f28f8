import type { SessionDocument } from '../../domain/session/session.ts';

/** Where sessions are kept: all in memory, or in a file's bytes until somebody asks for one. */
export interface SessionSource {
  readonly size: number;
  at(doc: number): SessionDocument;
}

export function sourceOf(sessions: readonly SessionDocument[] | SessionSource): SessionSource {
  if (!isList(sessions)) return sessions;
  return { size: sessions.length, at: (doc) => sessions[doc] ?? {} };
}

function isList(sessions: readonly SessionDocument[] | SessionSource): sessions is readonly SessionDocument[] {
  return Array.isArray(sessions);
}
