import { formatDuration, formatTime, stepName } from './format.ts';
import type { SessionModel } from './model.ts';
import { outcomeWords, problemWords, words } from './words.ts';

/** The session as Markdown for a ticket, personal data masked. */
export function sessionMarkdown(model: SessionModel, timeZone: string): string {
  const { summary, conversation, redactor } = model;
  const facts = [
    ['Session', summary.id],
    ['Start', summary.start && formatTime(summary.start, timeZone)],
    ['Channel', summary.channel],
    ['Duration', summary.durationMs === undefined ? undefined : formatDuration(summary.durationMs)],
    ['Outcome', outcomeWords[summary.outcome]],
    ['Caller', summary.caller],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`]));
  const lines = conversation.lines.map(
    (line) => `> **${words[line.speaker]}:** ${escapeMarkdown(line.text).replaceAll('\n', ' ')}`,
  );
  const problems = conversation.problems.flatMap((index) => {
    const step = conversation.steps[index];
    return step
      ? [
          `- Step ${index + 1}, ${stepName(step.type)}: ${problemWords(step)}${step.url ? ` (\`${step.verb ?? ''} ${step.url}\`)` : ''}`,
        ]
      : [];
  });
  const text = [
    `## ${escapeMarkdown(summary.agent ?? 'Session')}`,
    '',
    ...facts,
    ...(lines.length > 0 ? ['', '### Transcript', '', lines.join('\n>\n')] : []),
    ...(problems.length > 0 ? ['', '### Problems', '', ...problems] : []),
    '',
  ].join('\n');
  return redactor.redact(text);
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/gu, String.raw`\$&`);
}
