import type { MaskJson } from '../../api/export/exportFormats.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { writeJson } from '../../domain/json/writeJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { createSessionMask } from '../../domain/sharing/maskSession.ts';

/** Masks one session after the other: one alias for one value in all of them. */
export function maskJson(): MaskJson {
  const mask = createSessionMask();
  return (json) => writeJson(mask(parseJson(json) as SessionDocument));
}
