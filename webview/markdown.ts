import { timeWithZone } from '../src/domain/zonedTime.ts';
import { nameOverrides } from './directions.ts';
import { formatDuration } from './format.ts';
import type { SessionModel } from './model.ts';
import { stepTitle } from './nodeLabel.ts';
import { outcomeWords, phrases, problemWords, words } from './words.ts';

/** The session as Markdown for a ticket, personal data masked. */
export function sessionMarkdown(model: SessionModel, timeZone: string): string {
  const { summary, conversation, redactor } = model;
  // Masked before it is escaped: what is to be masked is known by how it is written.
  const plain = (text: string): string => escapeMarkdown(redactor.redact(text));
  const facts = [
    [words.session, summary.id],
    [words.start, summary.start && timeWithZone(summary.start, timeZone)],
    [words.channel, summary.channel],
    [words.duration, summary.durationMs === undefined ? undefined : formatDuration(summary.durationMs)],
    [words.outcome, outcomeWords[summary.outcome]],
    [words.caller, summary.caller],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${plain(value)}`]));
  const lines = conversation.lines.map((line) => `> **${words[line.speaker]}:** ${plain(line.text)}`);
  const problems = conversation.problems.flatMap((index) => {
    const step = conversation.steps[index];
    if (!step) return [];
    const where = step.url ? ` (${code(redactor.redact(`${step.verb ?? ''} ${step.url}`))})` : '';
    return [`- ${plain(phrases.problemInStep(index, stepTitle(model, step), problemWords(step)))}${where}`];
  });
  return [
    `## ${plain(summary.agent ?? words.session)}`,
    '',
    ...facts,
    ...(lines.length > 0 ? ['', `### ${words.transcript}`, '', lines.join('\n>\n')] : []),
    ...(problems.length > 0 ? ['', `### ${words.problems}`, '', ...problems] : []),
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
