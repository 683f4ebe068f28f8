import type { CommitTimes } from '../../time/commitDates.ts';
import { readCommitDate } from '../../time/commitDates.ts';
import type { UnknownCommit } from '../../time/dates.ts';
import { countDays, dateOf, resolveRange, splitIntoWindows, toServiceDay, toServiceTime } from '../../time/dates.ts';
import type { DateProblem } from '../../time/parseDate.ts';
import { parseDateExpression } from '../../time/parseDate.ts';
import type { TimeSpan } from '../../time/readIsoTime.ts';
import { readIsoTime } from '../../time/readIsoTime.ts';
import { readServiceTime } from '../../time/serviceTime.ts';
import type { ParsedQuery, QueryString, Span } from '../query.ts';
import type { ProblemFacts, QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** Dates that are none, that make no range, or that make a long one. */
export function findDateProblems(query: ParsedQuery, now: Date, commits: CommitTimes): readonly QueryProblem[] {
  const { fromDate, toDate } = query;
  const dates = [fromDate, toDate].filter((date) => date !== undefined);
  if (dates.some(({ value }) => value.includes('${'))) return [];
  const found = [
    ...(fromDate ? dateProblems(fromDate, { bound: 'from', now, commits }) : []),
    ...(toDate ? dateProblems(toDate, { bound: 'to', now, commits }) : []),
  ];
  const place = fromDate ?? toDate;
  if (!place || found.some(({ severity }) => severity === 'error')) return found;
  const range = resolveRange(
    { ...(fromDate ? { from: fromDate.value } : {}), ...(toDate ? { to: toDate.value } : {}) },
    now,
    commits,
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

interface Bound {
  readonly bound: 'from' | 'to';
  readonly now: Date;
  readonly commits: CommitTimes;
}

function dateProblems(date: QueryString, { bound, now, commits }: Bound): QueryProblem[] {
  const resolved = dateOf(date.value, { bound, now, commits });
  if (resolved instanceof Date) {
    const endOfToday = new Date(now.getTime());
    endOfToday.setUTCHours(23, 59, 59, 999);
    // "This week" and "this month" end later than today, and are meant so.
    const rounded = endsInRounding(date.value);
    const tooLate = bound === 'from' ? resolved > now : resolved > endOfToday && !rounded;
    return tooLate ? [problem(date, { code: 'futureDate', date: resolved })] : [];
  }
  // Nothing is known to be wrong with what nobody has looked at.
  if (resolved.code === 'unknownCommit' && resolved.why.code === 'unread') return [];
  return [dateProblem(date, date.value, resolved)];
}

function endsInRounding(text: string): boolean {
  const math = readCommitDate(text)?.math;
  const expression = parseDateExpression(math === undefined ? text : `now${math.slice(2)}`);
  return !('code' in expression) && expression.operations.at(-1)?.kind === 'round';
}

/** What is wrong with the time that a clause asks for. It is sent as it stands, and the service may know fewer forms than are read here. */
export function clauseTimeProblems(place: Span, value: unknown): readonly QueryProblem[] {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return [];
  const text = String(value);
  if (text.includes('${')) return [];
  const span = readServiceTime(value);
  if (!span) {
    const wrong = parseDateExpression(text);
    return 'code' in wrong ? [dateProblem(place, text, wrong)] : [];
  }
  const isServices = !('code' in readIsoTime(text)) || span.first === Math.trunc(Number(text));
  return isServices ? [] : [problem(place, { code: 'timeForm', text, use: serviceForm(span) })];
}

function serviceForm({ first, precision }: TimeSpan): string {
  const time = new Date(first);
  if (precision === 'day') return toServiceDay(time);
  return first % 1000 === 0 ? toServiceTime(time) : time.toISOString().slice(0, 23);
}

/** What is wrong with a text that is no date. */
export function wrongDate(text: string): ProblemFacts {
  const wrong = parseDateExpression(text);
  return factsOf(text, 'code' in wrong ? wrong : { code: 'badDate', offset: 0 });
}

function dateProblem(place: Span, text: string, wrong: DateProblem | UnknownCommit): QueryProblem {
  if (wrong.code === 'unknownCommit') return problem(place, { code: wrong.code, ref: wrong.ref, why: wrong.why });
  return problem(place, factsOf(text, wrong));
}

function factsOf(text: string, wrong: DateProblem): ProblemFacts {
  if (wrong.code !== 'impossibleDate') return { code: wrong.code, text };
  return { code: 'impossibleDate', text, ...(wrong.nearest ? { nearest: wrong.nearest } : {}) };
}
