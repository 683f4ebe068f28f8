import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asList, asRecord, isRecord } from '../../../domain/json/looseValues.ts';
import { entriesOf } from '../../../domain/json/writtenEntries.ts';
import { conditionQuery } from '../conditionQuery.ts';
import type { AskedAggregation, Asking, Level } from './askedAggregation.ts';
import { bucketOf, innerOf, listResult, oneBucket, together } from './bucketResults.ts';

/** What meets one condition, where an engine decides it. `filter` takes a list, too. */
export function conditionBucket(body: LooseRecord, within: Level, asking: Asking): AskedAggregation | undefined {
  const { query, isExact } = conditionQuery('list' in body ? body.list : body, asking);
  return isExact ? oneBucket({ filter: query }, within) : undefined;
}

/** What meets each of several conditions, by name or in their order. */
export function conditionBuckets(body: LooseRecord, within: Level, asking: Asking): AskedAggregation | undefined {
  const isNamed = isRecord(body.filters);
  const entries: readonly (readonly [string, unknown])[] = isRecord(body.filters)
    ? entriesOf(body.filters)
    : asList(body.filters).map((one, index) => [String(index), one]);
  const asked = entries.map(([name, condition]) => [name, conditionQuery(condition, asking)] as const);
  if (asked.some(([, { isExact }]) => !isExact)) return undefined;
  const queries = asked.map(([name, { query }]) => [name, query] as const);
  return {
    body: {
      filters: { ...body, filters: isNamed ? Object.fromEntries(queries) : queries.map(([, query]) => query) },
      ...innerOf(within),
    },
    read: (answer) => {
      if (!isNamed) return listResult(answer, within, () => ({}));
      const found = asRecord(answer.buckets);
      const names = [
        ...entries.map(([name]) => name),
        ...Object.keys(found).filter((name) => !entries.some(([one]) => one === name)),
      ];
      const buckets = together(names.map((name) => [name, bucketOf(asRecord(found[name]), within)] as const));
      return buckets && { buckets };
    },
  };
}
