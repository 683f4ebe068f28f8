import * as l10n from '@vscode/l10n';
import type { RunProblem } from '../domain/query/problems/runProblems.ts';
import { problemSentence } from './problemSentence.ts';

/** What is wrong with a query, in a sentence. */
export function runProblemSentence(problem: RunProblem, language?: string): string {
  switch (problem.code) {
    case 'syntax':
      // The parser's names are the words: ColonExpected.
      return l10n.t(
        'This isn’t valid JSON: {0}.',
        problem.syntax.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase(),
      );
    case 'structure':
      return problem.path.length > 0
        ? l10n.t('"{0}" {1}.', problem.path.join('.'), withArticles(problem.message))
        : l10n.t('A query {0}.', withArticles(problem.message));
    default:
      return problemSentence(problem, language);
  }
}

/** The validator names types bare: `must be integer`, `must be string,array`. */
function withArticles(message: string): string {
  const types = /^must be ([a-z,]+)$/u.exec(message)?.[1]?.split(',');
  if (!types) return message;
  return `must be ${types.map((type) => (type === 'null' ? type : `${/^[aio]/u.test(type) ? 'an' : 'a'} ${type}`)).join(' or ')}`;
}
