import type { ParsedQuery } from '../query.ts';
import type { LintContext } from './lintContext.ts';
import type { QueryProblem } from './queryProblem.ts';
import { findProblems } from './queryProblems.ts';
import { byRules } from './ruleSettings.ts';
import type { RunProblem } from './runProblems.ts';
import { findRunProblems } from './runProblems.ts';

/** All that is wrong with a query, in the text's order: what keeps it from running, and what the service answers with silence. */
export function lintQuery(
  query: ParsedQuery,
  { rules, ...context }: LintContext & { readonly rules: Readonly<Record<string, unknown>> },
): readonly RunProblem[] {
  const all = findProblems(query, context);
  const stops = findRunProblems(query, context, all);
  const isJson = query.syntaxProblems.length === 0;
  // What keeps a query from running is among the problems of both.
  const known = new Set(stops.map(keyOf));
  const others = isJson ? all.filter((problem) => !known.has(keyOf(problem))) : [];
  const ruled = byRules([...stops.filter(isOfRule), ...others], rules);
  return [...stops.filter((one) => !isOfRule(one)), ...ruled].sort((a, b) => a.offset - b.offset);
}

/** Whether a rule found it, which a setting weighs. */
export function isOfRule(problem: RunProblem): problem is QueryProblem {
  return 'severity' in problem;
}

function keyOf({ code, offset, length }: RunProblem): string {
  return `${code} ${offset} ${length}`;
}
