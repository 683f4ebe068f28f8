import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import type { BucketOrder } from './termsBuckets.ts';

const byCount: readonly BucketOrder[] = [{ by: '_count', direction: 'desc' }];

/** `{ "_count": "desc" }`, `{ "_key": "asc" }` or a measure within the buckets by its path (`"slow.95.0"`, `"inner>stats.avg"`); also several. */
export function readOrder(written: unknown, reading: Reading): readonly BucketOrder[] | undefined {
  if (written === undefined) return byCount;
  const list = Array.isArray(written) ? written : [written];
  const orders = list.map((one: unknown, index) => {
    const at = Array.isArray(written) ? reading.at(index) : reading;
    const [entry, ...others] = isRecord(one) ? entriesOf(one) : [];
    if (!entry || others.length > 0) return at.wrong('expectedOne', { expected: ['_count', '_key'] });
    const [name, direction] = entry;
    if (direction !== 'asc' && direction !== 'desc')
      return at.at(name).wrong('kindDoesNotFit', { what: String(direction), expected: ['asc', 'desc'] });
    return { by: name === '_count' || name === '_key' ? name : pathOf(name), direction } as const;
  });
  const known = orders.flatMap((order) => (order ? [order] : []));
  return known.length === orders.length ? known : undefined;
}

/** A measure's name alone stands for its value. Percents hold a dot themselves: everything behind the first is one. */
function pathOf(name: string): readonly string[] {
  const steps = name.split('>');
  const last = steps.pop() ?? '';
  const dot = last.indexOf('.');
  if (dot < 0) return [...steps, last, 'value'];
  const [measure, property] = [last.slice(0, dot), last.slice(dot + 1)];
  if (!/^\d/u.test(property)) return [...steps, measure, property];
  return [...steps, measure, 'values', property.includes('.') ? property : `${property}.0`];
}
