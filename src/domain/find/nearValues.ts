import { closest } from '../text/closest.ts';
import type { Lookup, ValueCondition } from './lookup.ts';
import { isOfValue } from './lookup.ts';
import type { KnownValues } from './lookupQuery.ts';

/** Values that were seen, in place of one that no seen value has a part of. */
export interface NearValues {
  readonly condition: ValueCondition;
  /** Those that are spelled nearly like it; where there are none, some that were seen. */
  readonly values: readonly string[];
  readonly isNear: boolean;
}

const mostValues = 5;

/** The conditions of a lookup that are asked for as they were typed, as nothing that was seen has them as a part. */
export function unseenValues({ conditions }: Lookup, known: KnownValues): readonly NearValues[] {
  return conditions.flatMap((condition): readonly NearValues[] => {
    if (!isOfValue(condition)) return [];
    const values = known(condition.kind);
    const part = condition.text.toLowerCase();
    if (values.some((value) => value.toLowerCase().includes(part))) return [];
    const near = valuesLike(condition.text, values);
    const isNear = near.length > 0;
    return [{ condition, values: (isNear ? near : values).slice(0, mostValues), isNear }];
  });
}

/** Spelled nearly like it as a whole, or in one of their words. */
function valuesLike(text: string, values: readonly string[]): readonly string[] {
  const words = [...new Set(values.flatMap((value) => value.split(/\s+/u)))];
  const near = closest(text, words, mostValues);
  const inWords = values.filter((value) => value.split(/\s+/u).some((one) => near.includes(one)));
  return [...new Set([...closest(text, values, mostValues), ...inWords])];
}
