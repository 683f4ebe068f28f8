import type { Conversation } from '../../domain/session/conversation.ts';
import { readConversation } from '../../domain/session/conversation.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import type { Step } from '../../domain/session/steps.ts';
import { timelineRows } from '../../domain/session/timelineRows.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import type { Colour, Output } from './output.ts';
import { plainText } from './plainText.ts';

interface Showing {
  readonly nameOf: (nodeId: string) => string | undefined;
  readonly paint: Output['paint'];
}

/** A session to be read in a terminal: its facts, what was said and what ran in between, and what failed. */
export function sessionText(session: SessionDocument, showing: Showing): string {
  const conversation = readConversation(session);
  const sections = [
    factLines(session, showing),
    titled('What happened', rowLines(conversation, showing), showing),
    titled('Problems', problemLines(conversation, showing), showing),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function titled(title: string, lines: readonly string[], { paint }: Showing): readonly string[] {
  return lines.length > 0 ? [paint('bold', title), ...lines] : [];
}

const outcomeColours: Partial<Record<string, Colour>> = { success: 'green', warning: 'yellow', error: 'red' };

function factLines(session: SessionDocument, { paint }: Showing): readonly string[] {
  const { id, start, agent, channel, caller, destination, durationMs, outcome, status } = summarise(session);
  const colour = outcomeColours[outcome];
  const facts = {
    Session: id,
    Start: start && timeWithZone(start, 'utc'),
    Agent: agent,
    Channel: channel,
    Caller: caller,
    Called: destination,
    Duration: durationMs === undefined ? undefined : durationText(durationMs),
    Outcome: outcome,
    Status: status,
  };
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const text = plainText(value);
    return [`${`${name}:`.padEnd(10)} ${name === 'Outcome' && colour ? paint(colour, text) : text}`];
  });
}

function rowLines(conversation: Conversation, showing: Showing): readonly string[] {
  return timelineRows(conversation, { density: 'everything' }).flatMap((row) => {
    if (row.type === 'line') {
      const speaker = showing.paint(row.line.speaker === 'caller' ? 'blue' : 'green', row.line.speaker.padEnd(7));
      return [`  ${speaker}  ${plainText(row.line.text)}`];
    }
    return row.type === 'step' ? [`  ${showing.paint('grey', '·')}        ${stepText(row.step, showing)}`] : [];
  });
}

function problemLines({ problems, steps }: Conversation, showing: Showing): readonly string[] {
  return problems.flatMap((index) => {
    const step = steps[index];
    return step ? [`  step ${index + 1}: ${stepText(step, showing)}`] : [];
  });
}

function stepText(step: Step, { nameOf, paint }: Showing): string {
  const name = step.nodeId === undefined ? undefined : (nameOf(step.nodeId) ?? step.nodeId);
  const request = step.url === undefined ? undefined : [step.verb, step.url].filter(Boolean).join(' ');
  const ms = step.executionMs === undefined ? undefined : durationText(step.executionMs);
  const facts = [step.type, name, request, ms].filter((fact) => fact !== undefined).map(plainText);
  const problem = problemWords(step);
  return [...facts, ...(problem ? [paint('red', plainText(problem))] : [])].join('  ');
}

function problemWords({ problem, responseCode, statusMessage }: Step): string | undefined {
  switch (problem) {
    case undefined:
      return undefined;
    case 'responseCode':
      return `answered ${responseCode}`;
    case 'statusCode':
      return statusMessage ? `failed: ${statusMessage}` : 'failed';
    case 'noResponse':
      return 'got no answer';
    case 'timedOut':
      return 'timed out';
  }
}
