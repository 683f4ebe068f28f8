import { durationBuckets, hours, weekdays } from './bucketColumn.ts';
import type { FacetValue } from './facetValues.ts';
import { facetValues, orderedValues } from './facetValues.ts';
import type { FacetColumn } from './filterRows.ts';

/** Values of these facets stand in an order of their own. */
const orders: Readonly<Record<string, readonly string[]>> = {
  duration: [...durationBuckets, ''],
  hour: [...hours, ''],
  weekday: [...weekdays, ''],
};

/** All values of a facet that have an order of their own; undefined of one whose values stand by their counts. */
export function orderOfFacet(facet: string): readonly string[] | undefined {
  return Object.hasOwn(orders, facet) ? orders[facet] : undefined;
}

/** A facet's values and, by their codes, how many rows have each. */
interface CountedColumn {
  readonly column: Pick<FacetColumn, 'texts'>;
  readonly counts: ArrayLike<number>;
}

/** The values of a facet in the order in which they are shown; those of no row only where they are `kept`. */
export function valuesInOrder(
  facet: string,
  { column, counts }: CountedColumn,
  kept?: ReadonlySet<string>,
): readonly FacetValue[] {
  const order = orderOfFacet(facet);
  return order ? orderedValues(column, counts, order) : facetValues(column, counts, kept);
}
