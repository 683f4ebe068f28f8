import type { RunProblem } from '../../domain/query/problems/runProblems.ts';
import { problemSentence } from '../../words/problemSentence.ts';

/** What is wrong with a query, in a sentence. */
export function wordsOfRunProblem(problem: RunProblem): string {
  switch (problem.code) {
    case 'syntax':
      // The parser's names are the words: ColonExpected.
      return `This is no JSON: ${problem.syntax.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase()}.`;
    case 'structure':
      return `${problem.path.length > 0 ? `"${problem.path.join('.')}"` : 'A query'} ${problem.message}.`;
    default:
      return problemSentence(problem);
  }
}
