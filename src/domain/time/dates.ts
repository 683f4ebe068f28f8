import type { CommitProblem, CommitTimes } from './commitDates.ts';
import { unreadCommits, withCommitTime } from './commitDates.ts';
import type { DateProblem } from './parseDate.ts';
import { parseDateExpression, resolveDate } from './parseDate.ts';

/** A stretch of time, both ends included. */
export interface DateRange {
  readonly from: Date;
  readonly to: Date;
}

/** Whether a time, in milliseconds, is beyond the seconds that a range names; one that is not known is not. */
export function startsOutside(time: number | undefined, { from, to }: DateRange): boolean {
  const secondOf = (ms: number): number => Math.floor(ms / 1000);
  return time !== undefined && (secondOf(time) < secondOf(+from) || secondOf(time) > secondOf(+to));
}

/** A date that names a commit whose time is not known. */
export interface UnknownCommit {
  readonly code: 'unknownCommit';
  readonly ref: string;
  readonly why: CommitProblem;
}

/** Why two texts make no range. `bound` says which of the two is meant. */
export type RangeProblem =
  | ((DateProblem | UnknownCommit) & { readonly bound: 'from' | 'to'; readonly text: string })
  | { readonly code: 'fromAfterTo'; readonly from: Date; readonly to: Date };

/** What a query without dates asks for. */
export const defaultDates = { from: 'now-7d', to: 'now' } as const;

/** The service refuses more than 60 days; whether the last one counts is not known, so one day is left unused. */
export const windowDays = 59;

const dayLength = 86_400_000;

/**
 * The absolute range that two texts of a query stand for at `now`. In UTC, whatever the zone of the machine. `commits`: the times of
 * those that the texts name.
 */
export function resolveRange(
  texts: { from?: string; to?: string },
  now: Date,
  commits: CommitTimes = unreadCommits,
): DateRange | RangeProblem {
  const bounds: Date[] = [];
  for (const bound of ['from', 'to'] as const) {
    const text = texts[bound] ?? defaultDates[bound];
    const found = dateOf(text, { now, bound, commits });
    if (!(found instanceof Date)) return { ...found, bound, text };
    bounds.push(found);
  }
  const [from = now, to = now] = bounds;
  return from > to ? { code: 'fromAfterTo', from, to } : { from, to };
}

/** The instant that one date of a query stands for, as the bound that it is. */
export function dateOf(
  text: string,
  { now, bound, commits }: { readonly now: Date; readonly bound: 'from' | 'to'; readonly commits: CommitTimes },
): Date | DateProblem | UnknownCommit {
  const written = withCommitTime(text, commits);
  if (typeof written !== 'string') return { code: 'unknownCommit', ...written };
  const expression = parseDateExpression(written);
  return 'code' in expression ? expression : resolveDate(expression, now, bound);
}

/**
 * Ranges that the service accepts and that cover `range` together, newest first; reverse them for the oldest first.
 * Neighbours share the instant between them, so that no session falls into the gap below a second: drop repeated ids.
 */
export function splitIntoWindows(range: DateRange, days: number = windowDays): readonly DateRange[] {
  const length = Math.max(1, days) * dayLength;
  const windows: DateRange[] = [];
  let to = range.to.getTime();
  do {
    const from = Math.max(range.from.getTime(), to - length);
    windows.push({ from: new Date(from), to: new Date(to) });
    to = from;
  } while (to > range.from.getTime());
  return windows;
}

/** How many days a range touches the length of, rounded up: a whole day is 1. */
export function countDays(range: DateRange): number {
  return Math.ceil((range.to.getTime() - range.from.getTime()) / dayLength);
}

/** A time as the service takes it: UTC, to the second, without a zone. */
export function toServiceTime(date: Date): string {
  return date.toISOString().slice(0, 19);
}

/** The day of a time, as the service takes it. */
export function toServiceDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The range of the same length that ends where this one begins. Both ends count, to the second. */
export function rangeBefore({ from, to }: DateRange): DateRange {
  const end = from.getTime() - 1000;
  return { from: new Date(end - (to.getTime() - from.getTime())), to: new Date(end) };
}
