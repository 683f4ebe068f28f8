import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, replaceNode, sorted } from '../../json/textEdits.ts';
import { findProblems } from '../problems/queryProblems.ts';
import type { ParsedQuery, Span } from '../query.ts';
import { parseQuery } from '../query.ts';

/** Each date in the other's place; none where that is no range either. */
export function swapDates(query: ParsedQuery, now: Date): readonly TextEdit[] {
  const { text, fromDate, toDate } = query;
  if (!fromDate || !toDate) return [];
  const raw = ({ offset, length }: Span) => text.slice(offset, offset + length);
  const edits = sorted([replaceNode(fromDate, raw(toDate)), replaceNode(toDate, raw(fromDate))]);
  const swapped = parseQuery(applyEdits(text, edits));
  return findProblems(swapped, { now }).some(({ code }) => code === 'fromAfterTo') ? [] : edits;
}
