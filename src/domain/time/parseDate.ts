import type { TimeProblem } from './readIsoTime.ts';
import { daysInMonth, isWholeDays } from './readIsoTime.ts';
import { readTime } from './readTime.ts';

/** The units of Elasticsearch's date math. `h` and `H` mean the same. */
export type DateUnit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm' | 's';

export type DateOperation =
  | { readonly kind: 'add'; readonly amount: number; readonly unit: DateUnit }
  | { readonly kind: 'round'; readonly unit: DateUnit };

/** A date as a query file writes it: an anchor, and what is done with it. */
export interface DateExpression {
  readonly anchor: 'now' | { readonly first: Date; readonly last: Date };
  readonly operations: readonly DateOperation[];
}

/** Why a text is no date, or one that the service cannot be asked for. */
export type DateProblem = TimeProblem | { readonly code: 'dateOutOfRange'; readonly offset: number };

/** Reads dates and times in any form, and Elasticsearch date math on them or on `now`. Blanks around it mean nothing. */
export function parseDateExpression(written: string): DateExpression | DateProblem {
  const text = written.trimEnd();
  const now = /^\s*now/.exec(text);
  if (now) {
    const operations = parseOperations(text, now[0].length);
    return Array.isArray(operations) ? { anchor: 'now', operations } : operations;
  }
  const bar = text.indexOf('||');
  const anchor = anchorAt(bar < 0 ? text : text.slice(0, bar));
  if ('code' in anchor) return bar < 0 ? anchor : withRest(anchor, text.slice(bar));
  const operations = bar < 0 ? [] : parseOperations(text, bar + 2);
  return Array.isArray(operations) ? { anchor, operations } : operations;
}

function parseOperations(text: string, start: number): DateOperation[] | DateProblem {
  const pattern = /([+-])(\d{0,9})([yMwdhHms])|\/([yMwdhHms])/y;
  const operations: DateOperation[] = [];
  pattern.lastIndex = start;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) return { code: 'badDate', offset: at };
    const [, sign, amount, addUnit, roundUnit] = found;
    if (addUnit) {
      const size = amount ? Number(amount) : 1;
      operations.push({ kind: 'add', amount: sign === '-' ? -size : size, unit: asUnit(addUnit) });
    } else if (roundUnit) operations.push({ kind: 'round', unit: asUnit(roundUnit) });
  }
  return operations;
}

function asUnit(letter: string): DateUnit {
  return (letter === 'H' ? 'h' : letter) as DateUnit;
}

/** What was meant keeps what is done with it. */
function withRest(problem: DateProblem, rest: string): DateProblem {
  return 'nearest' in problem ? { ...problem, nearest: `${problem.nearest}${rest}` } : problem;
}

function anchorAt(text: string): Exclude<DateExpression['anchor'], 'now'> | DateProblem {
  const span = readTime(text);
  if ('code' in span) return span;
  const first = new Date(span.first);
  return { first, last: isWholeDays(span) ? new Date(span.last) : first };
}

/**
 * The instant that an expression stands for. As an upper bound (`to`), rounding goes to the last millisecond of the unit, and a
 * date alone stands for the end of its day.
 */
export function resolveDate(expression: DateExpression, now: Date, bound: 'from' | 'to'): Date | DateProblem {
  const { anchor, operations } = expression;
  const alone = operations.length === 0;
  let date = anchor === 'now' ? now : bound === 'to' && alone ? anchor.last : anchor.first;
  for (const operation of operations) {
    if (operation.kind === 'add') date = add(date, operation.amount, operation.unit);
    else date = round(date, operation.unit, bound);
    if (Number.isNaN(date.getTime())) break;
  }
  const year = date.getUTCFullYear();
  // The service's time has four digits for the year.
  return year >= 0 && year <= 9999 ? date : { code: 'dateOutOfRange', offset: 0 };
}

const fixedLengths = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

/** Calendar arithmetic: a month after the 31st of January is the last of February. */
function add(date: Date, amount: number, unit: DateUnit): Date {
  if (unit !== 'y' && unit !== 'M') return new Date(date.getTime() + amount * fixedLengths[unit]);
  const months = date.getUTCMonth() + (unit === 'y' ? amount * 12 : amount);
  const year = date.getUTCFullYear() + Math.floor(months / 12);
  const month = ((months % 12) + 12) % 12;
  const result = new Date(date.getTime());
  result.setUTCFullYear(year, month, Math.min(date.getUTCDate(), daysInMonth(year, month)));
  return result;
}

function round(date: Date, unit: DateUnit, bound: 'from' | 'to'): Date {
  const start = new Date(date.getTime());
  if (unit === 'h') start.setUTCMinutes(0, 0, 0);
  else if (unit === 'm') start.setUTCSeconds(0, 0);
  else if (unit === 's') start.setUTCMilliseconds(0);
  else {
    start.setUTCHours(0, 0, 0, 0);
    if (unit === 'w') start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7));
    else if (unit === 'M') start.setUTCDate(1);
    else if (unit === 'y') start.setUTCMonth(0, 1);
  }
  return bound === 'from' ? start : new Date(add(start, 1, unit).getTime() - 1);
}
