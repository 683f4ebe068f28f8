import type { AggregationResult } from '../aggregations/collector.ts';
import type { Bounds } from './bounds.ts';
import { isWithin } from './bounds.ts';
import type { Expectation } from './readExpectation.ts';
import type { PathReason } from './readPath.ts';
import { resultAt } from './resultAt.ts';

/** A session that broke an expectation, the step to blame where there is one, and of a path what is wrong with it. */
export interface BrokenBy {
  readonly id: string | undefined;
  readonly start: Date | undefined;
  readonly step?: number | undefined;
  readonly why?: PathReason | undefined;
}

/** What came of one expectation. */
export interface Verdict {
  /** Its place in `expect`. */
  readonly index: number;
  readonly name: string | undefined;
  readonly kind: Expectation['kind'];
  readonly held: boolean;
  /** What a number had to be; of sessions, how many. */
  readonly expected: Bounds;
  /** The number there was; undefined where there is none, as of a measure that nothing was measured by. */
  readonly actual: number | undefined;
  /** Whether it is compared with the range before: `actual` is then the one number over the other. */
  readonly overBefore: boolean;
  /** The number in the range before; undefined where there is none. */
  readonly before?: number | undefined;
  /** How many sessions broke it, and the first of them. */
  readonly brokenCount: number;
  readonly brokenBy: readonly BrokenBy[];
}

/** How many sessions meet an expectation of sessions and how many break it, and the first of those. */
export interface SessionCounts {
  readonly met: number;
  readonly broken: number;
  readonly shown: readonly BrokenBy[];
}

/** What was found of the sessions of a query, whoever counted them. */
export interface Found {
  readonly total: number;
  aggregations(): AggregationResult;
  /** By the place of the expectation. */
  sessionsOf(index: number): SessionCounts;
}

/** So many sessions that broke an expectation are named. */
export const mostShown = 20;

/** What follows of an expectation from what was found; `before`: of the range before, where it is compared with that. */
export function verdictOf(
  expectation: Expectation,
  index: number,
  found: { readonly found: Found; readonly before: Found | undefined },
): Verdict {
  return { index, name: expectation.name, kind: expectation.kind, ...outcomeOf(expectation, index, found) };
}

type Outcome = Omit<Verdict, 'index' | 'name' | 'kind'>;

function outcomeOf(
  expectation: Expectation,
  index: number,
  { found, before }: { readonly found: Found; readonly before: Found | undefined },
): Outcome {
  const none = { overBefore: false, brokenCount: 0, brokenBy: [] };
  switch (expectation.kind) {
    case 'total':
      return { ...none, ...numberVerdict(expectation, found.total, before?.total) };
    case 'aggregation': {
      const earlier = before && resultAt(before.aggregations(), expectation.path);
      return { ...none, ...numberVerdict(expectation, resultAt(found.aggregations(), expectation.path), earlier) };
    }
    case 'atLeast': {
      const { met } = found.sessionsOf(index);
      return { ...none, held: met >= expectation.count, expected: { gte: expectation.count }, actual: met };
    }
    default: {
      const { broken, shown } = found.sessionsOf(index);
      const counted = { actual: broken, brokenCount: broken, brokenBy: shown };
      return { ...none, held: broken === 0, expected: { eq: 0 }, ...counted };
    }
  }
}

function numberVerdict(
  { bounds, overBefore }: { readonly bounds: Bounds; readonly overBefore: boolean },
  value: number | undefined,
  before: number | undefined,
): Pick<Verdict, 'held' | 'expected' | 'actual' | 'before' | 'overBefore'> {
  if (!overBefore)
    return { held: value !== undefined && isWithin(value, bounds), expected: bounds, actual: value, overBefore };
  // Nothing over nothing is no change.
  const ratio = value === undefined || before === undefined ? undefined : value === before ? 1 : value / before;
  return { held: ratio !== undefined && isWithin(ratio, bounds), expected: bounds, actual: ratio, before, overBefore };
}
