import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, differenceOf } from '../../json/textEdits.ts';
import type { ClauseAddition, WantedValue } from './addClause.ts';
import { addClause } from './addClause.ts';

/** What became of all clauses together. */
export type ClausesAddition =
  | { readonly type: 'added'; readonly edits: readonly TextEdit[]; readonly contradicts: boolean }
  | { readonly type: 'present' }
  | Extract<ClauseAddition, { type: 'refused' }>;

/** Adds several clauses to a query's text as one edit, or none of them. */
export function addClauses(text: string, wanted: readonly WantedValue[]): ClausesAddition {
  let after = text;
  let contradicts = false;
  for (const value of wanted) {
    const addition = addClause(after, value);
    if (addition.type === 'refused') return addition;
    if (addition.type === 'present') continue;
    after = applyEdits(after, addition.edits);
    contradicts ||= addition.contradicts;
  }
  return after === text ? { type: 'present' } : { type: 'added', edits: [differenceOf(text, after)], contradicts };
}
