/** The units of Elasticsearch's date math. `h` and `H` mean the same. */
export type DateUnit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm' | 's';

export type DateOperation =
  | { readonly kind: 'add'; readonly amount: number; readonly unit: DateUnit }
  | { readonly kind: 'round'; readonly unit: DateUnit };

/** A date as a query file writes it: an anchor, and what is done with it. */
export interface DateExpression {
  readonly anchor: 'now' | { readonly first: Date; readonly last: Date; readonly dayOnly: boolean };
  readonly operations: readonly DateOperation[];
}

/**
 * Why a text is no date. `offset` is where in the text it goes wrong. `nearest` is the last day of the month that was meant.
 */
export type DateProblem =
  | { readonly code: 'badDate'; readonly offset: number }
  | { readonly code: 'impossibleDate'; readonly offset: number; readonly nearest?: string }
  | { readonly code: 'dateOutOfRange'; readonly offset: number };

const isoPattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

/** Reads ISO dates and date-times, and Elasticsearch date math on them or on `now`. */
export function parseDateExpression(text: string): DateExpression | DateProblem {
  if (/^now/.test(text)) {
    const operations = parseOperations(text, 3);
    return Array.isArray(operations) ? { anchor: 'now', operations } : operations;
  }
  const bar = text.indexOf('||');
  const anchor = parseIso(bar < 0 ? text : text.slice(0, bar));
  if ('code' in anchor) return anchor;
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

function parseIso(text: string): Exclude<DateExpression['anchor'], 'now'> | DateProblem {
  const found = isoPattern.exec(text);
  if (!found) return { code: 'badDate', offset: 0 };
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  if (m < 1 || m > 12) return { code: 'impossibleDate', offset: 5 };
  const lastDay = daysInMonth(y, m - 1);
  if (d < 1 || d > lastDay) {
    const nearest = `${year}-${month}-${String(d < 1 ? 1 : lastDay).padStart(2, '0')}${text.slice(10)}`;
    return { code: 'impossibleDate', offset: 8, nearest };
  }
  if (Number(hour ?? 0) > 23) return { code: 'impossibleDate', offset: 11 };
  if (Number(minute ?? 0) > 59) return { code: 'impossibleDate', offset: 14 };
  if (Number(second ?? 0) > 59) return { code: 'impossibleDate', offset: 17 };
  const shift = zone === undefined ? 0 : zoneMinutes(zone);
  if (shift === undefined) return { code: 'impossibleDate', offset: text.length - (zone?.length ?? 0) };
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  const first = new Date(0);
  first.setUTCFullYear(y, m - 1, d);
  first.setUTCHours(Number(hour ?? 0), Number(minute ?? 0) - shift, Number(second ?? 0), milliseconds);
  const whole: DateUnit | undefined = hour ? undefined : day ? 'd' : month ? 'M' : 'y';
  const last = whole ? new Date(add(first, 1, whole).getTime() - 1) : first;
  return { first, last, dayOnly: whole !== undefined };
}

function zoneMinutes(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
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

function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month + 1, 0);
  return date.getUTCDate();
}
