import type * as vscode from 'vscode';
import type { QueryProblem } from '../../domain/query/problems/queryProblem.ts';
import { byRules } from '../../domain/query/problems/ruleSettings.ts';
import { lintRules } from '../../host/settings.ts';

/** The problems that a person wants to see of a query file, each with the severity that the settings give its rule. */
export function withSeverities(
  problems: readonly QueryProblem[],
  document: vscode.TextDocument,
): readonly QueryProblem[] {
  return byRules(problems, lintRules(document.uri));
}

/** Whether a document's settings have a problem's rule on. Reads them once. */
export function ruleIsOn(document: vscode.TextDocument): (problem: QueryProblem) => boolean {
  const rules = lintRules(document.uri);
  return ({ code }) => rules[code] !== 'off';
}
