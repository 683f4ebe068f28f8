import type { SessionParameter } from '../src/domain/collected.ts';
import { readParameters, readTags } from '../src/domain/collected.ts';
import type { Conversation, Turn } from '../src/domain/conversation.ts';
import { readConversation } from '../src/domain/conversation.ts';
import { isRecord } from '../src/domain/looseValues.ts';
import type { Redactor } from '../src/domain/redaction.ts';
import { createRedactor } from '../src/domain/redaction.ts';
import type { SessionSummary } from '../src/domain/session.ts';
import { summarise } from '../src/domain/session.ts';
import type { Step, Tag } from '../src/domain/steps.ts';
import type { SessionContent } from '../src/protocol/messages.ts';
import { words } from './words.ts';

/** A row of the flow path: the head of a turn, or a step. */
export type PathRow = { readonly type: 'turn'; readonly turn: Turn } | { readonly type: 'step'; readonly step: Step };

/** Everything that the page shows of a document, read once. */
export interface SessionModel {
  readonly summary: SessionSummary;
  readonly conversation: Conversation;
  readonly rows: readonly PathRow[];
  /** Step index to row. */
  readonly rowOfStep: readonly number[];
  /** Step index to line. */
  readonly lineOfStep: ReadonlyMap<number, number>;
  readonly turnOfStep: readonly number[];
  readonly parameters: readonly SessionParameter[];
  readonly tags: readonly Tag[];
  readonly slowestMs: number;
  readonly redactor: Redactor;
}

export type Content =
  | { readonly type: 'model'; readonly model: SessionModel }
  | { readonly type: 'failed'; readonly reason: string; readonly canRetry: boolean };

export function readContent(content: SessionContent): Content {
  if (content.type === 'failed') return { type: 'failed', reason: content.reason, canRetry: true };
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(content.bytes));
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { type: 'failed', reason: `${words.notJson} ${detail}`.trim(), canRetry: false };
  }
  if (!isRecord(document)) return { type: 'failed', reason: words.notObject, canRetry: false };
  return { type: 'model', model: readModel(document) };
}

export function readModel(document: unknown): SessionModel {
  const summary = summarise(document);
  const conversation = readConversation(document);
  const rows: PathRow[] = [];
  const rowOfStep: number[] = [];
  const turnOfStep: number[] = [];
  for (const [index, turn] of conversation.turns.entries()) {
    rows.push({ type: 'turn', turn });
    for (const step of turn.steps) {
      rowOfStep[step.index] = rows.length;
      turnOfStep[step.index] = index;
      rows.push({ type: 'step', step });
    }
  }
  return {
    summary,
    conversation,
    rows,
    rowOfStep,
    turnOfStep,
    lineOfStep: new Map(conversation.lines.flatMap(({ index, step }) => (step === undefined ? [] : [[step, index]]))),
    parameters: readParameters(document, conversation.steps),
    tags: readTags(document),
    slowestMs: conversation.steps.reduce((most, { executionMs = 0 }) => Math.max(most, executionMs), 0),
    redactor: createRedactor({ caller: summary.caller }),
  };
}
