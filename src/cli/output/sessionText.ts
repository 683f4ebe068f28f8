import type { Conversation } from '../../domain/session/conversation.ts';
import { readConversation } from '../../domain/session/conversation.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { timelineRows } from '../../domain/session/timeline/timelineRows.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import { outcomeText } from './outcomeText.ts';
import type { Colour } from './output.ts';
import { plainText } from './plainText.ts';
import { problemLines, standoutLines } from './standoutText.ts';
import type { Showing } from './stepText.ts';
import { stepText } from './stepText.ts';

/** A session to be read in a terminal: its facts, what was said and what ran in between, and what failed. */
export function sessionText(session: SessionDocument, showing: Showing): string {
  const conversation = readConversation(session);
  const sections = [
    factLines(session, showing),
    titled('What happened', rowLines(conversation, showing), showing),
    titled('Problems', problemLines(conversation, showing), showing),
    titled('What stands out', standoutLines(session, conversation, showing), showing),
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
    Outcome: outcomeText(outcome),
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
