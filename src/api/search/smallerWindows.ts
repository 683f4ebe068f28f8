import type { DateRange } from '../../domain/time/dates.ts';

/** Requests name times to the second. */
const second = 1000;

/** The part of a window that a row at `time` leaves to be read; undefined when that is no less. */
export function restOfWindow(
  window: DateRange,
  time: Date | undefined,
  order: 'newestFirst' | 'oldestFirst',
): DateRange | undefined {
  if (!time) return undefined;
  const floor = Math.floor(time.getTime() / second) * second;
  const to = new Date(Math.min(floor + second, window.to.getTime()));
  const from = new Date(Math.max(floor, window.from.getTime()));
  if (order === 'newestFirst') return to < window.to ? { from: window.from, to } : undefined;
  return from > window.from ? { from, to: window.to } : undefined;
}

/** Two ranges that share the second between them; undefined when there is none. */
export function halvesOf({ from, to }: DateRange): readonly [older: DateRange, newer: DateRange] | undefined {
  const middle = new Date(Math.floor((from.getTime() + to.getTime()) / 2 / second) * second);
  return middle > from && middle < to
    ? [
        { from, to: middle },
        { from: middle, to },
      ]
    : undefined;
}
