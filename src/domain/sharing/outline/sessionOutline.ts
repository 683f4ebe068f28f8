import { formatJson } from '../../json/formatJson.ts';
import { writeReadably } from '../../json/writeJson.ts';
import type { Conversation, Turn } from '../../session/conversation.ts';
import type { Outcome, SessionSummary } from '../../session/session.ts';
import type { Step } from '../../session/steps.ts';
import { parseLeniently } from '../../session/steps.ts';
import { timeWithZone } from '../../time/zonedTime.ts';
import type { Outline, OutlineItem } from './outline.ts';
import { filled } from './outline.ts';

/** What is written of a session. It is masked already where it is to be. */
export interface OutlinedSession {
  readonly summary: SessionSummary;
  readonly conversation: Conversation;
}

/** The words around what the session says itself. */
export interface OutlineWords {
  readonly headings: Readonly<Record<'session' | 'transcript' | 'problems' | 'steps' | 'request' | 'response', string>>;
  readonly facts: Readonly<
    Record<'session' | 'start' | 'channel' | 'duration' | 'outcome' | 'caller' | 'nodeId' | 'executionTime', string>
  >;
  readonly speakers: Readonly<Record<Conversation['lines'][number]['speaker'], string>>;
  readonly outcome: (outcome: Outcome) => string;
  readonly duration: (milliseconds: number) => string;
  readonly turn: (turn: Turn) => string;
  /** Which step it is. */
  readonly step: (index: number, step: Step) => string;
  /** Which step failed, and how. */
  readonly problem: (index: number, step: Step) => string;
}

/** A session for a ticket: its facts, what was said, and its problems. */
export function sessionOutline(session: OutlinedSession, words: OutlineWords, timeZone: string): Outline {
  const { summary, conversation } = session;
  const facts = [
    [words.facts.session, summary.id],
    [words.facts.start, summary.start && timeWithZone(summary.start, timeZone)],
    [words.facts.channel, summary.channel],
    [words.facts.duration, summary.durationMs === undefined ? undefined : words.duration(summary.durationMs)],
    [words.facts.outcome, words.outcome(summary.outcome)],
    [words.facts.caller, summary.caller],
  ] as const;
  const problems = conversation.problems.flatMap((index): readonly OutlineItem[] => {
    const step = conversation.steps[index];
    return step ? [{ text: words.problem(index, step), code: calledBy(step) }] : [];
  });
  return filled([
    { kind: 'heading', level: 1, text: summary.agent ?? words.headings.session },
    {
      kind: 'facts',
      facts: facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    },
    ...section(words.headings.transcript, { kind: 'talk', lines: talk(conversation.lines, words) }),
    ...section(words.headings.problems, { kind: 'list', items: problems }),
  ]);
}

/** A turn: what was said in it, and what ran. */
export function turnOutline({ conversation }: OutlinedSession, turn: Turn, words: OutlineWords): Outline {
  const indexes = new Set(turn.steps.map(({ index }) => index));
  const lines = conversation.lines.filter(({ step }) => step !== undefined && indexes.has(step));
  const items = turn.steps.map((step): OutlineItem => {
    const named = step.problem === undefined ? words.step(step.index, step) : words.problem(step.index, step);
    return { text: named, code: calledBy(step) };
  });
  return filled([
    { kind: 'heading', level: 1, text: words.turn(turn) },
    { kind: 'talk', lines: talk(lines, words) },
    ...section(words.headings.steps, { kind: 'list', items }),
  ]);
}

/** A step: what it called, how that went, and what came back. */
export function stepOutline({ conversation }: OutlinedSession, step: Step, words: OutlineWords): Outline {
  const { executionMs, nodeId } = step;
  const facts = [
    [words.facts.nodeId, nodeId],
    [words.facts.executionTime, executionMs === undefined ? undefined : words.duration(executionMs)],
    [words.headings.problems, step.problem === undefined ? undefined : words.problem(step.index, step)],
    [words.headings.request, calledBy(step)],
  ] as const;
  const lines = conversation.lines.filter((line) => line.step === step.index);
  return filled([
    { kind: 'heading', level: 1, text: words.step(step.index, step) },
    {
      kind: 'facts',
      facts: facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    },
    { kind: 'talk', lines: talk(lines, words) },
    ...section(words.headings.request, { kind: 'payload', text: payloadText(step.requestPayload) }),
    ...section(words.headings.response, { kind: 'payload', text: payloadText(step.responsePayload) }),
  ]);
}

/** A heading with what stands below it, where something does. */
function section(text: string, block: Outline[number]): Outline {
  const [kept] = filled([block]);
  return kept ? [{ kind: 'heading', level: 2, text }, kept] : [];
}

function talk(lines: Conversation['lines'], words: OutlineWords) {
  return lines.map(({ speaker, text }) => ({ speaker: words.speakers[speaker], text }));
}

function calledBy({ url, verb }: Step): string | undefined {
  return url ? `${verb ?? ''} ${url}`.trim() : undefined;
}

function payloadText(payload: unknown): string {
  if (payload === undefined || payload === null) return '';
  if (typeof payload !== 'string') return writeReadably(payload);
  return parseLeniently(payload) === payload ? payload : formatJson(payload);
}
