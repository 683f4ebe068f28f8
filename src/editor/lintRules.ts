import type * as vscode from 'vscode';
import type { QueryProblem } from '../domain/queryProblem.ts';
import { lintRules } from '../host/settings.ts';

/** The problems that a person wants to see of a query file, each with the severity that the settings give its rule. */
export function withSeverities(
  problems: readonly QueryProblem[],
  document: vscode.TextDocument,
): readonly QueryProblem[] {
  const rules = new Map(Object.entries(lintRules(document.uri)));
  return problems.flatMap((problem): QueryProblem[] => {
    switch (rules.get(problem.code)) {
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
