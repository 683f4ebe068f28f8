import type { SortOrder } from '../sortOrder.ts';
import type { ReadRow } from './readRow.ts';
import type { TimeOrder } from './takePage.ts';

/** Puts sessions of one answer in the order of time, and those that start at once in the query's where that is one of time. */
export function inQueryOrder(
  order: SortOrder | undefined,
  timeOrder: TimeOrder,
): (rows: readonly ReadRow[]) => readonly ReadRow[] {
  const sign = timeOrder === 'newestFirst' ? -1 : 1;
  const last = Number.POSITIVE_INFINITY * sign;
  return (rows) => {
    const places = new Map<ReadRow, ReturnType<SortOrder['placesOf']>>();
    const placesOf = (row: ReadRow) => {
      const known = places.get(row) ?? order?.placesOf(row.members) ?? [];
      places.set(row, known);
      return known;
    };
    return [...rows].sort((a, b) => {
      const [left, right] = [a.time ?? last, b.time ?? last];
      if (left !== right) return left < right ? -sign : sign;
      return order?.compare(placesOf(a), placesOf(b)) ?? 0;
    });
  };
}
