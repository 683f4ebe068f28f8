import { timeWithZone } from '../src/domain/zonedTime.ts';
import { formatDuration } from './format.ts';
import type { SessionModel } from './model.ts';
import { stepTitle } from './nodeLabel.ts';
import { outcomeWords, phrases, problemWords, words } from './words.ts';

/** The session as Markdown for a ticket, personal data masked. */
export function sessionMarkdown(model: SessionModel, timeZone: string): string {
  const { summary, conversation, redactor } = model;
  const facts = [
    [words.session, summary.id],
    [words.start, summary.start && timeWithZone(summary.start, timeZone)],
    [words.channel, summary.channel],
    [words.duration, summary.durationMs === undefined ? undefined : formatDuration(summary.durationMs)],
    [words.outcome, outcomeWords[summary.outcome]],
    [words.caller, summary.caller],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`]));
  const lines = conversation.lines.map(
    (line) => `> **${words[line.speaker]}:** ${escapeMarkdown(line.text).replaceAll('\n', ' ')}`,
  );
  const problems = conversation.problems.flatMap((index) => {
    const step = conversation.steps[index];
    return step
      ? [
          `- ${phrases.problemInStep(index, escapeMarkdown(stepTitle(model, step)), problemWords(step))}${step.url ? ` (\`${step.verb ?? ''} ${step.url}\`)` : ''}`,
        ]
      : [];
  });
  const text = [
    `## ${escapeMarkdown(summary.agent ?? words.session)}`,
    '',
    ...facts,
    ...(lines.length > 0 ? ['', `### ${words.transcript}`, '', lines.join('\n>\n')] : []),
    ...(problems.length > 0 ? ['', `### ${words.problems}`, '', ...problems] : []),
    '',
  ].join('\n');
  return redactor.redact(text);
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/gu, String.raw`\$&`);
}
