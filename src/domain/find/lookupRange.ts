import type { DateRange } from '../time/dates.ts';
import { countDays, resolveRange, toServiceDay } from '../time/dates.ts';
import { parseDateExpression } from '../time/parseDate.ts';
import type { Lookup, LookupRange } from './lookup.ts';

/** Where one looks who says nothing of it. */
export const defaultLookupRange: LookupRange = { from: 'now-7d', to: 'now', written: '' };

const span = /^(\d{1,4})([mhdwMy])$/u;
const dates = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;

/** Reads `7d`, `24h`, `today`, `yesterday`, a day, or days as `2026-11-01..2026-11-07`, of which one may be left out. Undefined for anything else. */
export function readLookupRange(written: string): LookupRange | undefined {
  const word = written.toLowerCase();
  if (word === 'today') return { from: 'now/d', to: 'now', written };
  if (word === 'yesterday') return { from: 'now-1d/d', to: 'now-1d/d', written };
  const [, amount, unit] = span.exec(written) ?? [];
  if (amount !== undefined)
    return Number(amount) > 0 ? { from: `now-${amount}${unit}`, to: 'now', written } : undefined;
  if (day.test(written)) return isDate(written) ? { from: written, to: written, written } : undefined;
  const [, from, to] = dates.exec(written) ?? [];
  if (from === undefined || !isDate(from) || (to !== undefined && !isDate(to))) return undefined;
  return { from, to: to ?? 'now', written };
}

function isDate(text: string): boolean {
  return !('code' in parseDateExpression(text));
}

/** The absolute range of a lookup; undefined where its ends are the wrong way round. */
export function rangeOfLookup({ range = defaultLookupRange }: Lookup, now: Date): DateRange | undefined {
  const found = resolveRange(range, now);
  return 'code' in found ? undefined : found;
}

/** How far back one looks, step by step, in days. */
const steps = [7, 30, 120, 366] as const;

/** The text of a lookup with the next wider range, and how many days that has; undefined where there is none. */
export function widened(
  text: string,
  lookup: Lookup,
  now: Date,
): { readonly text: string; readonly days: number } | undefined {
  const range = rangeOfLookup(lookup, now);
  const days = range && steps.find((step) => step > countDays(range));
  if (!range || days === undefined) return undefined;
  const { written, to } = lookup.range ?? defaultLookupRange;
  const wider =
    to === 'now'
      ? `${days}d`
      : `${toServiceDay(new Date(range.to.getTime() - days * dayLength))}..${toServiceDay(range.to)}`;
  const rest =
    written === ''
      ? text
      : text
          .split(/(\s+)/u)
          .filter((part) => part !== written)
          .join('');
  return { text: `${rest.trim()} ${wider}`, days };
}

const dayLength = 86_400_000;
