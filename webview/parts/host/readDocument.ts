import { jsonDocuments } from '../../../src/domain/json/jsonDocuments.ts';
import type { LooseRecord } from '../../../src/domain/json/looseValues.ts';
import { asRecord, isRecord } from '../../../src/domain/json/looseValues.ts';
import { parseJson } from '../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../src/domain/json/writeJson.ts';
import type { Mask } from '../../../src/domain/masking/mask.ts';
import { keptSessions } from '../../../src/domain/session/keptSessions.ts';
import { sessionOf, sessionsIn } from '../../../src/domain/session/sessionsIn.ts';
import { decodeText, encodingOf, looksBinary, packingOf, unreadEncoding } from '../../../src/domain/text/decodeText.ts';
import type { SessionContent } from '../../../src/protocol/messages.ts';
import { phrases, words } from '../words/words.ts';

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
  const unread = unreadEncoding(content.bytes);
  if (unread) return failed(phrases.unreadForm(unread));
  const text = decodeText(content.bytes, (encoding, options) => new TextDecoder(encoding, options)) ?? '';
  if (text.trim() === '') return failed(words.noSessions);
  if (looksBinary(content.bytes.subarray(0, 1000)) && encodingOf(content.bytes) === 'utf-8')
    return failed(words.notText);
  const shown = mask?.session(text) ?? text;
  const found = documentIn(shown);
  if ('reason' in found) return failed(found.reason);
  const { value } = found;
  const sessions = sessionsIn(value);
  if (!sessions) return failed([value].flat().some(isRecord) ? words.notSession : words.notObject);
  const documents = sessions.map(sessionOf).filter((session) => session !== undefined);
  if (documents.length < sessions.length) return failed(words.notSession);
  const [document, ...others] = documents;
  if (!document) return failed(words.noSessions);
  if (mask && isRecord(value) && document !== value) return masked(text, mask);
  return others.length === 0 ? { type: 'document', document } : { type: 'several', documents };
}

/** Sessions out of what wraps them, each masked by itself: where they stand in the whole need not tell that they are sessions. */
function masked(text: string, mask: Mask): ReadDocument {
  const documents = (keptSessions(text) ?? []).map((session) => asRecord(parseJson(mask.session(writeJson(session)))));
  const [document, ...others] = documents;
  if (!document) return failed(words.notSession);
  return others.length === 0 ? { type: 'document', document } : { type: 'several', documents };
}

/** What a text holds: of several documents behind each other, the sessions of all. */
function documentIn(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    const found = jsonDocuments(text);
    if ('values' in found) return { value: found.values.flatMap((one) => sessionsIn(one) ?? [one]) };
    if (found.line === 1) return { reason: `${words.notJson} ${detailOf(error)}`.trim() };
    // Of the whole the parser says that something follows the first document, and of one a place that counts from its own beginning.
    const detail = detailOf(found.error).replace(/ at position \d+(?: \(line \d+ column \d+\))?/u, '');
    return { reason: phrases.notJsonFrom(found.line, detail) };
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function failed(reason: string): ReadFailure {
  return { type: 'failed', reason, canRetry: false };
}
