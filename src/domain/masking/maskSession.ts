import { parseJson } from '../json/parseJson.ts';
import { writeJson } from '../json/writeJson.ts';
import type { SessionDocument } from '../session/session.ts';
import { createMask } from './mask.ts';

/** Masks sessions that are read already; one alias for one value in all of them. What still is text is masked as text (see `Mask.session`). */
export function createSessionMask(): (session: SessionDocument) => SessionDocument {
  const mask = createMask();
  return (session) => parseJson(mask.session(writeJson(session))) as SessionDocument;
}
