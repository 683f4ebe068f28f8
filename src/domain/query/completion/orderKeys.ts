import { deepOrderPaths } from '../../analysis/aggregations/orderPath.ts';
import { isRecord } from '../../json/looseValues.ts';
import type { ParsedQuery } from '../query.ts';
import type { CompletionEntry } from './completionEntry.ts';

/** What the buckets of `terms` can be put in order by: `path` leads to its `order`, or to an entry of that. What is measured within them comes first. */
export function orderKeys(query: ParsedQuery, path: readonly (string | number)[]): readonly CompletionEntry[] {
  let body: unknown = query.value;
  // The aggregation is around `terms`, which is around `order`.
  for (const segment of path.slice(0, path.lastIndexOf('order') - 1)) {
    body = isRecord(body) && Object.hasOwn(body, segment) ? body[segment] : undefined;
  }
  const within = isRecord(body) ? (body.aggs ?? body.aggregations) : undefined;
  return [...deepOrderPaths(within), '_count', '_key'].map((label) => ({ label, kind: 'direction' }));
}
