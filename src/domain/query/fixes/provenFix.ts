import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits } from '../../json/textEdits.ts';
import type { QueryProblem } from '../problems/queryProblem.ts';
import { findProblems } from '../problems/queryProblems.ts';
import type { ParsedQuery } from '../query.ts';
import { parseQuery } from '../query.ts';

/** Whether the edits leave one problem of this kind less, and the text no more broken than it is. */
export function solves(edits: readonly TextEdit[], problem: QueryProblem, query: ParsedQuery): boolean {
  const after = parseQuery(applyEdits(query.text, edits));
  if (after.syntaxProblems.length > query.syntaxProblems.length) return false;
  // Of the problems that have fixes only this one depends on the time.
  const now = problem.code === 'fromAfterTo' ? problem.to : new Date(0);
  const said = facts(problem);
  const count = (one: ParsedQuery) => findProblems(one, { now }).filter((other) => facts(other) === said).length;
  return count(after) < count(query);
}

/** What a problem says, without where it stands and what a person's settings make of it. */
function facts(problem: QueryProblem): string {
  const { offset: _offset, length: _length, severity: _severity, section: _section, ...rest } = problem;
  return JSON.stringify({ ...rest, keyOffset: 0, keyLength: 0, firstOffset: 0 });
}
