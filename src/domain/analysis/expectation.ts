import { summarise } from '../session/session.ts';
import type { Step } from '../session/steps.ts';
import { readAggregation } from './aggregation.ts';
import type { AggregationResult } from './aggregations/collector.ts';
import type { Bounds } from './expectations/bounds.ts';
import { isWithin } from './expectations/bounds.ts';
import type { Expectation } from './expectations/readExpectation.ts';
import { readExpectations } from './expectations/readExpectation.ts';
import { resultAt } from './expectations/resultAt.ts';
import { stepToBlame } from './expectations/stepToBlame.ts';
import type { AnalysisProblem } from './reading/analysisProblem.ts';
import { Reading } from './reading/analysisProblem.ts';
import { sessionReader } from './reading/sessionReader.ts';

/** A session that broke an expectation, and the step to blame where there is one. */
export interface BrokenBy {
  readonly id: string | undefined;
  readonly start: Date | undefined;
  readonly step?: number | undefined;
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

/** Sees the sessions of a query one after another, and says at the end what held. */
export interface Checking {
  collect(session: unknown): void;
  /** `before`: the same query's checking over the range before, where `needsRangeBefore`. */
  verdicts(before?: Pick<Checking, 'total' | 'aggregations'>): readonly Verdict[];
  /** How many sessions there were. */
  readonly total: number;
  aggregations(): AggregationResult;
}

export interface Expectations {
  readonly start: (options?: { readonly nameOf?: (nodeId: string) => string | undefined }) => Checking;
  /** Whether something is compared with the range before, of the same length. */
  readonly needsRangeBefore: boolean;
  readonly count: number;
  /** By their places within the query. */
  readonly problems: readonly AnalysisProblem[];
  /** The fields that have to be read of a session. */
  readonly fields: ReadonlySet<string>;
}

const mostShown = 20;

/**
 * Reads `expect` of a query, with the `aggs` that it may name. `total` and the others count sessions as they are collected: after the
 * query's refinement.
 */
export function readExpectationsOf(
  query: { readonly expect?: unknown; readonly aggs?: unknown },
  now: Date,
): Expectations {
  const reading = new Reading(now, ['expect']);
  const expectations = readExpectations(query.expect, reading);
  const aggregation = readAggregation(query.aggs, now);
  const needsPath = expectations.some((one) => one?.kind === 'path');
  return {
    start: ({ nameOf = () => undefined } = {}) => startChecking(expectations, aggregation.start(), nameOf),
    needsRangeBefore: expectations.some((one) => one !== undefined && 'overBefore' in one && one.overBefore),
    count: expectations.length,
    problems: [
      ...reading.problems,
      ...aggregation.problems.map((problem) => ({ ...problem, path: ['aggs', ...problem.path] })),
    ],
    fields: new Set([
      ...reading.fields,
      ...aggregation.fields,
      ...(needsPath ? ['flow_path.node_id', 'flow_path.type'] : []),
    ]),
  };
}

function startChecking(
  expectations: readonly (Expectation | undefined)[],
  aggregating: ReturnType<ReturnType<typeof readAggregation>['start']>,
  nameOf: (nodeId: string) => string | undefined,
): Checking {
  const isNode = ({ nodeId }: Step, node: string): boolean =>
    nodeId !== undefined && (nodeId === node || nameOf(nodeId) === node);
  const found = expectations.map(() => ({ met: 0, broken: 0, shown: [] as BrokenBy[] }));
  let total = 0;
  return {
    collect(session) {
      total += 1;
      aggregating.collect(session);
      const reader = sessionReader(session);
      for (const [index, expectation] of expectations.entries()) {
        const counts = found[index];
        if (!expectation || !counts) continue;
        const fault = faultOf(expectation, { session, reader, isNode });
        if (!fault) counts.met += 1;
        else {
          counts.broken += 1;
          if (counts.shown.length < mostShown)
            counts.shown.push({ ...placeOf(session), ...stepOf(expectation, session), ...fault });
        }
      }
    },
    verdicts: (before) =>
      expectations.flatMap((expectation, index) => {
        const counts = found[index];
        if (!expectation || !counts) return [];
        const measured = { ...counts, total, result: aggregating.result() };
        return [{ index, name: expectation.name, kind: expectation.kind, ...verdictOf(expectation, measured, before) }];
      }),
    get total() {
      return total;
    },
    aggregations: () => aggregating.result(),
  };
}

interface Seen {
  readonly session: unknown;
  readonly reader: ReturnType<typeof sessionReader>;
  readonly isNode: (step: Step, node: string) => boolean;
}

/** Whether a session speaks against an expectation of all of them; of one that counts those that meet it, whether it is none of them. */
function faultOf(
  expectation: Expectation,
  { session, reader, isNode }: Seen,
): { readonly step?: number | undefined } | undefined {
  switch (expectation.kind) {
    case 'every':
    case 'atLeast':
      return expectation.holds(reader) ? undefined : {};
    case 'no':
      return expectation.holds(reader) ? {} : undefined;
    case 'path':
      return expectation.check(session, isNode);
    default:
      return undefined;
  }
}

function stepOf(expectation: Expectation, session: unknown): Pick<BrokenBy, 'step'> {
  if (expectation.kind !== 'every' && expectation.kind !== 'no') return {};
  const step = stepToBlame(session, expectation.holds);
  return step === undefined ? {} : { step };
}

function placeOf(session: unknown): Pick<BrokenBy, 'id' | 'start'> {
  const { id, start } = summarise(session);
  return { id, start };
}

interface Measured {
  readonly met: number;
  readonly broken: number;
  readonly shown: readonly BrokenBy[];
  readonly total: number;
  readonly result: AggregationResult;
}

type Outcome = Omit<Verdict, 'index' | 'name' | 'kind'>;

function verdictOf(
  expectation: Expectation,
  measured: Measured,
  before: Pick<Checking, 'total' | 'aggregations'> | undefined,
): Outcome {
  const none = { overBefore: false, brokenCount: 0, brokenBy: [] };
  switch (expectation.kind) {
    case 'total':
      return { ...none, ...numberVerdict(expectation, measured.total, before?.total) };
    case 'aggregation': {
      const earlier = before && resultAt(before.aggregations(), expectation.path);
      return { ...none, ...numberVerdict(expectation, resultAt(measured.result, expectation.path), earlier) };
    }
    case 'atLeast': {
      const held = measured.met >= expectation.count;
      return { ...none, held, expected: { gte: expectation.count }, actual: measured.met };
    }
    default: {
      const { broken, shown } = measured;
      const found = { actual: broken, brokenCount: broken, brokenBy: shown };
      return { ...none, held: broken === 0, expected: { eq: 0 }, ...found };
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
