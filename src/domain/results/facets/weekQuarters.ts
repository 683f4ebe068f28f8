import type { DateRange } from '../../time/dates.ts';

/** A week as quarters of an hour, from Monday's midnight on: as much as every zone's clock shows alike. */
const quarterMs = 900_000;
const quartersOfDay = 96;
const quartersOfWeek = 7 * quartersOfDay;

/** The quarter of the week, by UTC, at an instant. */
export function weekQuarterOf(ms: number): number {
  // 1 January 1970 was a Thursday.
  return modulo(Math.floor(ms / quarterMs) + 3 * quartersOfDay, quartersOfWeek);
}

/** What a clock that is so far ahead of UTC shows in a quarter of the week. */
export function shownAt(quarter: number, offsetMs: number): { readonly hour: number; readonly weekday: number } {
  const shown = modulo(quarter + Math.floor(offsetMs / quarterMs), quartersOfWeek);
  return { hour: Math.floor((shown % quartersOfDay) / 4), weekday: Math.floor(shown / quartersOfDay) };
}

export const weekQuarters: readonly number[] = Array.from({ length: quartersOfWeek }, (_, quarter) => quarter);

/** The parts of a range in which a zone's clock is so far ahead of UTC: each from `from` on, and below `to`, in milliseconds. */
export interface Clock {
  readonly offset: number;
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

const day = 86_400_000;
/** No zone changes its clock twice within so long. */
const stride = 7 * day;
const mostStrides = 60_000;

/**
 * The clocks that a zone has in a range: mostly two. Undefined where quarters do not tell what they show, as before zones were set by them,
 * and of ranges of a thousand years.
 */
export function clocksIn({ from, to }: DateRange, offset: (ms: number) => number): readonly Clock[] | undefined {
  // A range is taken to the second, its last one included.
  const [first, end] = [Math.floor(from.getTime() / 1000) * 1000, Math.floor(to.getTime() / 1000) * 1000 + 1000];
  if ((end - first) / stride > mostStrides) return undefined;
  const clocks = new Map<number, { from: number; to: number }[]>();
  for (let at = first; at < end; ) {
    const now = offset(at);
    if (now % quarterMs !== 0) return undefined;
    let next = at;
    while (next < end && offset(Math.min(next + stride, end)) === now) next += stride;
    const change = next >= end ? end : changeAfter(next, Math.min(next + stride, end), { now, offset });
    const known = clocks.get(now);
    if (known) known.push({ from: at, to: change });
    else clocks.set(now, [{ from: at, to: change }]);
    at = change;
  }
  return [...clocks].map(([ahead, spans]) => ({ offset: ahead, spans }));
}

/** The quarter of an hour, after one instant and up to another, from which on the clock shows another time. */
function changeAfter(
  known: number,
  changed: number,
  { now, offset }: { readonly now: number; readonly offset: (ms: number) => number },
): number {
  let [low, high] = [Math.floor(known / quarterMs), Math.ceil(changed / quarterMs)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(middle * quarterMs) === now) low = middle;
    else high = middle;
  }
  return high * quarterMs;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
