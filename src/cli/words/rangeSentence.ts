import type { RangeProblem } from '../../domain/time/dates.ts';
import { commitSentence } from '../../words/commitSentence.ts';

/** Why two dates make no range. */
export function rangeSentence(problem: RangeProblem): string {
  if (problem.code === 'unknownCommit') return commitSentence(problem);
  return problem.code === 'fromAfterTo'
    ? `the range begins after it ends: ${problem.from.toISOString()} is after ${problem.to.toISOString()}.`
    : `"${problem.text}" isn’t a date. Write 2026-01-31, 2026-01-31T08:00:00, a date counted from now such as now-7d/d, or a commit such as git:v2.3.0.`;
}
