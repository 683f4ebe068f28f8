import * as l10n from '@vscode/l10n';
import type { RunProblem } from '../domain/query/problems/runProblems.ts';
import { problemSentence } from './problemSentence.ts';

/** What is wrong with a query, in a sentence. */
export function runProblemSentence(problem: RunProblem, language?: string): string {
  switch (problem.code) {
    case 'syntax':
      // The parser's names are the words: ColonExpected.
      return l10n.t('This is no JSON: {0}.', problem.syntax.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase());
    case 'structure':
      return problem.path.length > 0
        ? l10n.t('"{0}" {1}.', problem.path.join('.'), problem.message)
        : l10n.t('A query {0}.', problem.message);
    default:
      return problemSentence(problem, language);
  }
}
