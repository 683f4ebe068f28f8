import { countDays, resolveRange, splitIntoWindows } from '../../time/dates.ts';
import type { DateProblem } from '../../time/parseDate.ts';
import { parseDateExpression, resolveDate } from '../../time/parseDate.ts';
import type { ParsedQuery, QueryString, Span } from '../query.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** Dates that are none, that make no range, or that make a long one. */
export function findDateProblems(query: ParsedQuery, now: Date): readonly QueryProblem[] {
  const { fromDate, toDate } = query;
  const dates = [fromDate, toDate].filter((date) => date !== undefined);
  if (dates.some(({ value }) => value.includes('${'))) return [];
  const found = [
    ...(fromDate ? dateProblems(fromDate, 'from', now) : []),
    ...(toDate ? dateProblems(toDate, 'to', now) : []),
  ];
  const place = fromDate ?? toDate;
  if (!place || found.some(({ severity }) => severity === 'error')) return found;
  const range = resolveRange(
    { ...(fromDate ? { from: fromDate.value } : {}), ...(toDate ? { to: toDate.value } : {}) },
    now,
  );
  if ('code' in range) {
    if (range.code === 'fromAfterTo') found.push(problem(place, { code: range.code, from: range.from, to: range.to }));
    return found;
  }
  // A range of a thousand years would be thousands of windows.
  const windows = splitIntoWindows(range).length;
  if (windows > 1) found.push(problem(place, { code: 'longRange', days: countDays(range), windows }));
  return found;
}

function dateProblems(date: QueryString, bound: 'from' | 'to', now: Date): QueryProblem[] {
  const expression = parseDateExpression(date.value);
  const resolved = 'code' in expression ? expression : resolveDate(expression, now, bound);
  if (resolved instanceof Date) {
    const endOfToday = new Date(now.getTime());
    endOfToday.setUTCHours(23, 59, 59, 999);
    // "This week" and "this month" end later than today, and are meant so.
    const rounded = !('code' in expression) && expression.operations.at(-1)?.kind === 'round';
    const tooLate = bound === 'from' ? resolved > now : resolved > endOfToday && !rounded;
    return tooLate ? [problem(date, { code: 'futureDate', date: resolved })] : [];
  }
  return [dateProblem(date, date.value, resolved)];
}

/** What is wrong with a text that is no date, wherever it stands. */
export function dateProblem(place: Span, text: string, wrong: DateProblem): QueryProblem {
  if (wrong.code !== 'impossibleDate') return problem(place, { code: wrong.code, text });
  return problem(place, { code: 'impossibleDate', text, ...(wrong.nearest ? { nearest: wrong.nearest } : {}) });
}
