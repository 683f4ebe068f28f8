import type { SearchRequest } from '../../domain/query/request.ts';
import { hiddenLeafOf, leavesField } from '../mapping/archivedField.ts';
import { refinementQuery } from './conditionQuery.ts';
import type { EngineQuery } from './engineQuery.ts';
import { allOf, anyOf, between, everything } from './engineQuery.ts';
import { filterQuery } from './filterQuery.ts';

/** What a request finds, as an engine can be asked it. */
export interface AskedRange {
  readonly query: EngineQuery;
  /** Its refinement is decided by the engine, and need not be here. */
  readonly isExact: boolean;
  /**
   * Finds the sessions of the range in which a value is too long to be found: where there are any, the refinement is decided here after all,
   * of what `orLong` finds.
   */
  readonly hasLong: EngineQuery | undefined;
  readonly orLong: EngineQuery;
}

const start = { path: 'session_start_time' };
const second = 1000;

/**
 * The range to the second, as the service takes it, the filter, and as much of the refinement as an engine knows. `long` are paths whose long
 * values matter to who asks, beside those that matter to the refinement.
 */
export function rangeQuery({ range, filterBy, refinement }: SearchRequest, long = new Set<string>()): AskedRange {
  const whole = (time: Date): number => Math.floor(time.getTime() / second) * second;
  const found = [
    between(start, { first: whole(range.from), last: whole(range.to) + second - 1 }),
    ...(filterBy ? [filterQuery(filterBy)] : []),
  ];
  const asked = refinement && refinementQuery(refinement.source.refine, { now: refinement.source.now, long });
  const refined = asked ?? { query: everything, isExact: true };
  const longs = [...long].map((path): EngineQuery => ({ term: { [leavesField]: hiddenLeafOf(path) } }));
  return {
    query: allOf(asked ? [...found, refined.query] : found),
    isExact: refined.isExact,
    hasLong: longs.length > 0 ? allOf([...found, anyOf(longs)]) : undefined,
    orLong: allOf([...found, anyOf([refined.query, ...longs])]),
  };
}
