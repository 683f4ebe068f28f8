import { isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf } from '../../domain/json/writtenEntries.ts';

/** A condition without what it excludes: within one entry that is another thing than over all of them. */
export function withoutNegation(condition: unknown): unknown {
  if (Array.isArray(condition)) return condition.map(withoutNegation);
  if (!isRecord(condition)) return condition;
  return Object.fromEntries(
    entriesOf(condition)
      .filter(([key]) => key !== 'must_not')
      .map(([key, value]) => [key, withoutNegation(value)]),
  );
}
