import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { orderPath, orderPaths } from './orderPath.ts';
import type { BucketOrder } from './termsBuckets.ts';

const byCount: readonly BucketOrder[] = [{ by: '_count', direction: 'desc' }];

/**
 * `{ "_count": "desc" }`, `{ "_key": "asc" }` or a measure within the buckets by its path (`"slow.95"`, `"inner>stats.avg"`); also several.
 * A bucket within them (`"failed"`) stands for how many are in it. `within`: the aggregations within the buckets, as they are written.
 */
export function readOrder(written: unknown, reading: Reading, within: unknown): readonly BucketOrder[] | undefined {
  if (written === undefined) return byCount;
  const list = Array.isArray(written) ? written : [written];
  const orders = list.map((one: unknown, index) => {
    const at = Array.isArray(written) ? reading.at(index) : reading;
    const [entry, ...others] = isRecord(one) ? entriesOf(one) : [];
    if (!entry) return at.wrong('expectedOne', { expected: ['_count', '_key'] });
    if (others.length > 0) return at.wrong('onlyOne', { expected: [entry, ...others].map(([name]) => name) });
    const [name, direction] = entry;
    if (direction !== 'asc' && direction !== 'desc')
      return at.at(name).wrong('kindDoesNotFit', { what: String(direction), expected: ['asc', 'desc'] });
    const by = name === '_count' || name === '_key' ? name : orderPath(name, within);
    if (by === 'unknownKey' || by === 'notOneNumber')
      return at.at(name).wrong(by, { what: name, expected: [...orderPaths(within), '_count', '_key'] });
    return { by, direction } as const;
  });
  const known = orders.flatMap((order) => (order ? [order] : []));
  return known.length === orders.length ? known : undefined;
}
