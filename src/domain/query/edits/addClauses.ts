import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, differenceOf } from '../../json/textEdits.ts';
import type { ClauseAddition, WantedValue } from './addClause.ts';
import { addClause } from './addClause.ts';
import type { EntryAddition, WantedEntry } from './addEntry.ts';
import { addEntry } from './addEntry.ts';

/** What became of all clauses together. */
export type ClausesAddition =
  | { readonly type: 'added'; readonly edits: readonly TextEdit[]; readonly contradicts: boolean }
  | { readonly type: 'present' }
  | Extract<ClauseAddition | EntryAddition, { type: 'refused' }>;

/** Adds several clauses, and conditions on entries, to a query's text as one edit, or none of them. */
export function addClauses(
  text: string,
  wanted: readonly WantedValue[],
  entries: readonly WantedEntry[] = [],
): ClausesAddition {
  let after = text;
  let contradicts = false;
  for (const value of wanted) {
    const addition = addClause(after, value);
    if (addition.type === 'refused') return addition;
    if (addition.type === 'present') continue;
    after = applyEdits(after, addition.edits);
    contradicts ||= addition.contradicts;
  }
  for (const entry of entries) {
    const addition = addEntry(after, entry);
    if (addition.type === 'refused') return addition;
    if (addition.type === 'added') after = applyEdits(after, addition.edits);
  }
  return after === text ? { type: 'present' } : { type: 'added', edits: [differenceOf(text, after)], contradicts };
}
