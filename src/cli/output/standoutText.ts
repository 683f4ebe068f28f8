import type { Conversation } from '../../domain/session/conversation.ts';
import { findFindings } from '../../domain/session/failures/findings.ts';
import { findRounds } from '../../domain/session/path/rounds.ts';
import { findSaidAgain } from '../../domain/session/path/saidAgain.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { durationText } from '../../domain/time/zonedTime.ts';
import { plainText } from './plainText.ts';
import type { Showing } from './stepText.ts';
import { stepText } from './stepText.ts';

/** The steps that failed, each with its number and the reason. */
export function problemLines({ problems, steps }: Conversation, showing: Showing): readonly string[] {
  return problems.flatMap((index) => {
    const step = steps[index];
    return step ? [`  step ${index + 1}: ${stepText(step, showing)}`] : [];
  });
}

/** What is worth a look though no step failed there: the session's page points out the same. */
export function standoutLines(session: SessionDocument, { steps }: Conversation, showing: Showing): readonly string[] {
  const rounds = findRounds(steps);
  const { toldErrors, ending } = findFindings({ summary: summarise(session), steps, parameters: [] });
  const said = findSaidAgain(steps, rounds);
  const told = [...toldErrors].flatMap(([index, { text }]) => {
    const step = steps[index];
    const words = 'the answer tells of an error, though its code says success:';
    return step ? [`step ${index + 1}: ${stepText(step, showing)}  ${words} ${plainText(text)}`] : [];
  });
  const repeated = rounds.map(({ from, length, count, executionMs }) => {
    const ran = length === 1 ? 'this step' : `these ${length} steps`;
    return `step ${from + 1}: ${ran} ran ${count} times, ${durationText(executionMs)}`;
  });
  return [
    ...told,
    ...repeated,
    ...(said ? [`step ${said.step + 1}: said ${said.count} times: ${plainText(said.text)}`] : []),
    ...(ending.type === 'elsewhere' ? ['The path ends without an end call.'] : []),
  ].map((line) => `  ${line}`);
}
