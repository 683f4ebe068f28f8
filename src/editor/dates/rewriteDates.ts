import { readCommitDate } from '../../domain/time/commitDates.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { toServiceDay, toServiceTime } from '../../domain/time/dates.ts';
import { parseDateExpression } from '../../domain/time/parseDate.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Dates as a query file writes them. */
export interface DateTexts {
  readonly from: string;
  readonly to: string;
}

/** Whether a date means another instant tomorrow. */
export function isRelative(text: string): boolean {
  const expression = parseDateExpression(text);
  return !('code' in expression) && expression.anchor === 'now';
}

/** Whether a date means the same instant always: a tag may be moved, and the newest one is another with the next. */
export function isAbsolute(text: string): boolean {
  return !isRelative(text) && readCommitDate(text) === undefined;
}

/** The absolute dates of a range: whole days without their time. */
export function frozenDates(range: DateRange): DateTexts {
  const nextTo = new Date(range.to.getTime() + 1);
  return {
    from: isMidnight(range.from) ? toServiceDay(range.from) : toServiceTime(range.from),
    to: isMidnight(nextTo) ? toServiceDay(range.to) : toServiceTime(range.to),
  };
}

/** Dates counted from `now` that stand for the same range now, in the coarsest unit that says it. */
export function relativeDates(range: DateRange, now: Date): DateTexts {
  const nextTo = new Date(range.to.getTime() + 1);
  const today = startOfDay(now);
  return {
    from: isMidnight(range.from) ? daysAway(today, range.from) : timeAway(now, range.from),
    to: isMidnight(nextTo) ? daysAway(today, startOfDay(range.to)) : timeAway(now, range.to),
  };
}

function daysAway(today: Date, date: Date): string {
  return `now${moved((date.getTime() - today.getTime()) / day, 'd')}/d`;
}

function timeAway(now: Date, date: Date): string {
  const distance = date.getTime() - now.getTime();
  const minutes = Math.round(distance / minute);
  return `now${minutes % 60 === 0 ? moved(minutes / 60, 'h') : moved(minutes, 'm')}`;
}

function moved(amount: number, unit: string): string {
  const whole = Math.round(amount);
  return whole === 0 ? '' : `${whole < 0 ? '-' : '+'}${Math.abs(whole)}${unit}`;
}

function startOfDay(date: Date): Date {
  return new Date(Math.floor(date.getTime() / day) * day);
}

function isMidnight(date: Date): boolean {
  return date.getTime() % day === 0;
}
