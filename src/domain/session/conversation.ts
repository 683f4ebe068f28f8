import { alignSequences } from '../alignment/alignSequences.ts';
import { asList, asRecord, asText, isRecord } from '../json/looseValues.ts';
import { entriesOf } from '../json/writtenEntries.ts';
import type { Step } from './steps.ts';
import { readSteps } from './steps.ts';

export type Speaker = 'caller' | 'agent' | 'unknown';

/** One line of the transcript. */
export interface Line {
  readonly index: number;
  readonly speaker: Speaker;
  readonly text: string;
  /** The step that said or heard it, when one is known. */
  readonly step?: number | undefined;
}

/** Steps in a row that share a request id. */
export interface Turn {
  /** From 1. A request id that comes again later keeps its number. */
  readonly number: number;
  readonly requestId?: string | undefined;
  readonly continued: boolean;
  readonly steps: readonly Step[];
}

/** What was said and what ran, tied together. */
export interface Conversation {
  readonly lines: readonly Line[];
  readonly steps: readonly Step[];
  readonly turns: readonly Turn[];
  /** Indexes of the steps that are problems. */
  readonly problems: readonly number[];
  /** Whether the document has these at all: a list projection leaves them out. */
  readonly hasTranscript: boolean;
  readonly hasPath: boolean;
}

export function readConversation(document: unknown): Conversation {
  const session = asRecord(document);
  const steps = readSteps(session);
  return {
    lines: tieLines(readLines(session.transcription), steps),
    steps,
    turns: groupIntoTurns(steps),
    problems: steps.filter((step) => step.problem !== undefined).map((step) => step.index),
    hasTranscript: session.transcription !== undefined && session.transcription !== null,
    hasPath: session.flow_path !== undefined && session.flow_path !== null,
  };
}

interface Said {
  readonly speaker: Speaker;
  readonly text: string;
}

/** The caller's key is `user` or `client` in any case; every other key is the agent's. */
function readLines(transcription: unknown): Said[] {
  const entries = Array.isArray(transcription) ? transcription : asList([transcription]);
  return entries.flatMap((entry): Said[] => {
    if (!isRecord(entry)) {
      const text = asText(entry);
      return text === undefined ? [] : [{ speaker: 'unknown', text }];
    }
    return entriesOf(entry).map(([key, said]) => ({
      speaker: /^(user|client)$/iu.test(key) ? 'caller' : 'agent',
      text: asText(said) ?? '',
    }));
  });
}

/** Lines and utterances of steps come in the same order, and texts repeat: the longest common subsequence ties most of them rightly. */
function tieLines(lines: readonly Said[], steps: readonly Step[]): Line[] {
  const utterances = steps.flatMap((step) => {
    const heard = step.userInput === undefined ? [] : [{ key: keyOf('caller', step.userInput), step: step.index }];
    const spoken = step.spoken === undefined ? [] : [{ key: keyOf('agent', step.spoken), step: step.index }];
    return [...heard, ...spoken];
  });
  const pairs = alignSequences(
    lines.map((line) => keyOf(line.speaker, line.text)),
    utterances.map(({ key }) => key),
  );
  return lines.map((line, index) => ({ ...line, index, step: utterances[pairs[index] ?? -1]?.step }));
}

function keyOf(speaker: Speaker, text: string): string {
  return `${speaker}:${text.replaceAll(/\s+/gu, ' ').trim()}`;
}

function groupIntoTurns(steps: readonly Step[]): Turn[] {
  const turns: { number: number; requestId?: string | undefined; continued: boolean; steps: Step[] }[] = [];
  const numbers = new Map<string, number>();
  let count = 0;
  for (const step of steps) {
    const last = turns.at(-1);
    if (last && last.requestId === step.requestId) {
      last.steps.push(step);
      continue;
    }
    const known = step.requestId === undefined ? undefined : numbers.get(step.requestId);
    if (known === undefined) count += 1;
    if (step.requestId !== undefined && known === undefined) numbers.set(step.requestId, count);
    turns.push({ number: known ?? count, requestId: step.requestId, continued: known !== undefined, steps: [step] });
  }
  return turns;
}
