import * as vscode from 'vscode';
import type { QueryProblem } from '../domain/queryProblem.ts';

/** The problems that a person wants to see of a query file, each with the severity that the settings give its rule. */
export function withSeverities(
  problems: readonly QueryProblem[],
  scope: vscode.ConfigurationScope,
): readonly QueryProblem[] {
  const configured = vscode.workspace.getConfiguration('insights', scope).get<unknown>('lint.rules');
  const rules = new Map(Object.entries(configured ?? {}));
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
