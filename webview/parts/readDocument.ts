import type { LooseRecord } from '../../src/domain/json/looseValues.ts';
import { isRecord } from '../../src/domain/json/looseValues.ts';
import { parseJson } from '../../src/domain/json/parseJson.ts';
import type { SessionContent } from '../../src/protocol/messages.ts';
import { words } from './words.ts';

/** Why there is nothing to show, and whether asking again may help. */
export interface ReadFailure {
  readonly type: 'failed';
  readonly reason: string;
  readonly canRetry: boolean;
}

/** What the host sent as a JSON object, or why it is none. */
export function readDocument(
  content: SessionContent,
): { readonly type: 'document'; readonly document: LooseRecord } | ReadFailure {
  if (content.type === 'failed') return { type: 'failed', reason: content.reason, canRetry: true };
  let document: unknown;
  try {
    document = parseJson(new TextDecoder().decode(content.bytes));
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { type: 'failed', reason: `${words.notJson} ${detail}`.trim(), canRetry: false };
  }
  return isRecord(document)
    ? { type: 'document', document }
    : { type: 'failed', reason: words.notObject, canRetry: false };
}
