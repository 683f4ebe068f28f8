import { jsonLines } from '../../src/domain/json/jsonLines.ts';
import type { LooseRecord } from '../../src/domain/json/looseValues.ts';
import { isRecord } from '../../src/domain/json/looseValues.ts';
import { parseJson } from '../../src/domain/json/parseJson.ts';
import type { Mask } from '../../src/domain/masking/mask.ts';
import { sessionOf, sessionsIn } from '../../src/domain/session/sessionsIn.ts';
import { decodeText, encodingOf, looksBinary, packingOf } from '../../src/domain/text/decodeText.ts';
import type { SessionContent } from '../../src/protocol/messages.ts';
import { phrases, words } from './words.ts';

/** Why there is nothing to show, and whether asking again may help. */
export interface ReadFailure {
  readonly type: 'failed';
  readonly reason: string;
  readonly canRetry: boolean;
}

/** What the host sent: a session, or several to choose from. */
export type ReadDocument =
  | { readonly type: 'document'; readonly document: LooseRecord }
  | { readonly type: 'several'; readonly documents: readonly LooseRecord[] }
  | ReadFailure;

/** Reads what the host sent, in whatever shape and encoding sessions are kept, masked before it is read; says why it is none. */
export function readDocument(content: SessionContent, mask?: Mask): ReadDocument {
  if (content.type === 'failed') return { type: 'failed', reason: content.reason, canRetry: true };
  const packing = packingOf(content.bytes);
  if (packing) return failed(phrases.unreadForm(packing));
  const text = decodeText(content.bytes, (encoding, options) => new TextDecoder(encoding, options));
  if (text === undefined) return failed(phrases.unreadForm('UTF-32'));
  if (text.trim() === '') return failed(words.noSessions);
  if (looksBinary(content.bytes.subarray(0, 1000)) && encodingOf(content.bytes) === 'utf-8')
    return failed(words.notText);
  const shown = mask?.session(text) ?? text;
  let value: unknown;
  try {
    value = parseJson(shown);
  } catch (error) {
    value = jsonLines(shown)?.flatMap((one) => sessionsIn(one) ?? [one]);
    const detail = error instanceof Error ? error.message : '';
    if (value === undefined) return failed(`${words.notJson} ${detail}`.trim());
  }
  const sessions = sessionsIn(value);
  if (!sessions) return failed(isRecord(value) ? words.notSession : words.notObject);
  const documents = sessions.map(sessionOf).filter((session) => session !== undefined);
  if (documents.length < sessions.length) return failed(words.notSession);
  const [document, ...others] = documents;
  if (!document) return failed(words.noSessions);
  return others.length === 0 ? { type: 'document', document } : { type: 'several', documents };
}

function failed(reason: string): ReadFailure {
  return { type: 'failed', reason, canRetry: false };
}
