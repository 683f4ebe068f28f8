import type { Mask } from '../masking/mask.ts';
import type { Conversation } from '../session/conversation.ts';
import type { Outcome, SessionSummary } from '../session/session.ts';
import type { Step } from '../session/steps.ts';
import { nameOverrides } from '../text/directions.ts';
import { timeWithZone } from '../time/zonedTime.ts';

/** What is written of a session, and what masks it. */
export interface MarkdownSession {
  readonly summary: SessionSummary;
  readonly conversation: Conversation;
  readonly mask: Pick<Mask, 'text'>;
}

/** The words around what the session says itself. */
export interface MarkdownWords {
  readonly headings: Readonly<Record<'session' | 'transcript' | 'problems', string>>;
  readonly facts: Readonly<Record<'session' | 'start' | 'channel' | 'duration' | 'outcome' | 'caller', string>>;
  readonly speakers: Readonly<Record<Conversation['lines'][number]['speaker'], string>>;
  readonly outcome: (outcome: Outcome) => string;
  readonly duration: (milliseconds: number) => string;
  /** Which step failed, and how. */
  readonly problem: (index: number, step: Step) => string;
}

/** The session as Markdown for a ticket: its facts, what was said, and its problems; masked as the mask does. */
export function sessionMarkdown(session: MarkdownSession, words: MarkdownWords, timeZone: string): string {
  const { summary, conversation, mask } = session;
  // Masked before it is escaped: what is to be masked is known by how it is written.
  const plain = (text: string): string => escapeMarkdown(mask.text(text));
  const facts = [
    [words.facts.session, summary.id],
    [words.facts.start, summary.start && timeWithZone(summary.start, timeZone)],
    [words.facts.channel, summary.channel],
    [words.facts.duration, summary.durationMs === undefined ? undefined : words.duration(summary.durationMs)],
    [words.facts.outcome, words.outcome(summary.outcome)],
    [words.facts.caller, summary.caller],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${plain(value)}`]));
  const lines = conversation.lines.map((line) => `> **${words.speakers[line.speaker]}:** ${plain(line.text)}`);
  const problems = conversation.problems.flatMap((index) => {
    const step = conversation.steps[index];
    if (!step) return [];
    const where = step.url ? ` (${code(mask.text(`${step.verb ?? ''} ${step.url}`))})` : '';
    return [`- ${plain(words.problem(index, step))}${where}`];
  });
  return [
    `## ${plain(summary.agent ?? words.headings.session)}`,
    '',
    ...facts,
    ...(lines.length > 0 ? ['', `### ${words.headings.transcript}`, '', lines.join('\n>\n')] : []),
    ...(problems.length > 0 ? ['', `### ${words.headings.problems}`, '', ...problems] : []),
    '',
  ].join('\n');
}

/** Text on one line that stays text: nothing in it is markup, and nothing of it is lost. */
function escapeMarkdown(text: string): string {
  return onOneLine(text).replaceAll(/[\\`*_~[\]<>#|&]/gu, String.raw`\$&`);
}

/** Text on one line as code: between more backticks in a row than it holds. */
function code(text: string): string {
  const line = onOneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longest + 1);
  return longest > 0 ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/** What ends a line, and what only machines read, is a space. */
function onOneLine(text: string): string {
  return nameOverrides(text)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
