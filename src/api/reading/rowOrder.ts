import type { SortOrder } from '../search/sortOrder.ts';
import type { ReadRow } from './readRow.ts';
import type { TimeOrder } from './takePage.ts';

/** Compares sessions by their start, and those that start at once by the query's order where that is one of time. */
export function rowOrder(order: SortOrder | undefined, timeOrder: TimeOrder): (a: ReadRow, b: ReadRow) => number {
  const sign = timeOrder === 'newestFirst' ? -1 : 1;
  const last = Number.POSITIVE_INFINITY * sign;
  const places = new WeakMap<ReadRow, ReturnType<SortOrder['placesOf']>>();
  const placesOf = (row: ReadRow): ReturnType<SortOrder['placesOf']> => {
    const known = places.get(row) ?? order?.placesOf(row.members) ?? [];
    places.set(row, known);
    return known;
  };
  return (a, b) => {
    const [left, right] = [a.time ?? last, b.time ?? last];
    if (left !== right) return left < right ? -sign : sign;
    return order?.compare(placesOf(a), placesOf(b)) ?? 0;
  };
}
