import type { QueryProblem } from './queryProblem.ts';

/** The problems that somebody wants to see, each with the severity that `insights.lint.rules` gives its rule. */
export function byRules(
  problems: readonly QueryProblem[],
  rules: Readonly<Record<string, unknown>>,
): readonly QueryProblem[] {
  return problems.flatMap((problem): QueryProblem[] => {
    switch (rules[problem.code]) {
      case 'off':
        return [];
      case 'info':
        return [{ ...problem, severity: 'information' }];
      case 'warning':
        return [{ ...problem, severity: 'warning' }];
      case 'error':
        return [{ ...problem, severity: 'error' }];
      default:
        return [problem];
    }
  });
}
