import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, differenceOf, sorted } from '../../json/textEdits.ts';
import type { QueryProblem } from '../problems/queryProblem.ts';
import { findProblems } from '../problems/queryProblems.ts';
import { parseQuery } from '../query.ts';
import { fixesFor } from './queryFixes.ts';

/**
 * The edits that fix all that can be fixed and is `wanted`; none when nothing can, or while the text is not well-formed. Keys are left:
 * those a person moves one by one.
 */
export function fixAll(
  text: string,
  now: Date,
  wanted: (problem: QueryProblem) => boolean = () => true,
): readonly TextEdit[] {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const query = parseQuery(current);
    // Each fix is sound there on its own, and several together may not be.
    if (query.root?.type === 'object' && query.syntaxProblems.length > 0) break;
    const edits: TextEdit[] = [];
    for (const problem of findProblems(query, { now })) {
      if (problem.code === 'apiKey' || problem.code === 'unknownKey' || !wanted(problem)) continue;
      const fix = fixesFor(problem, query).find(({ preferred }) => preferred);
      if (!fix || fix.edits.some((edit) => edits.some((other) => touches(edit, other)))) continue;
      edits.push(...fix.edits);
    }
    if (edits.length === 0) break;
    current = applyEdits(current, sorted(edits));
  }
  return current === text ? [] : [differenceOf(text, current)];
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
