import { summarise } from '../session/session.ts';
import type { Step } from '../session/steps.ts';
import { readAggregation } from './aggregation.ts';
import type { Expectation } from './expectations/readExpectation.ts';
import { readExpectations } from './expectations/readExpectation.ts';
import { stepToBlame } from './expectations/stepToBlame.ts';
import type { BrokenBy, Found, Verdict } from './expectations/verdict.ts';
import { mostShown, verdictOf } from './expectations/verdict.ts';
import type { AnalysisProblem } from './reading/analysisProblem.ts';
import { Reading } from './reading/analysisProblem.ts';
import { sessionReader } from './reading/sessionReader.ts';

/** Sees the sessions of a query one after another. */
export interface Checking extends Found {
  collect(session: unknown): void;
}

/** What people call a node. */
type NameOf = (nodeId: string) => string | undefined;

export interface Expectations {
  readonly start: (options?: { readonly nameOf?: NameOf }) => Checking;
  /** What held, by what was found; `before`: the same of the range before, where `needsRangeBefore`. */
  readonly verdicts: (found: Found, before?: Found) => readonly Verdict[];
  /** By their places; undefined for what cannot be read. */
  readonly all: readonly (Expectation | undefined)[];
  /** Whether a session breaks the expectation at a place, and by which step. */
  readonly brokenBy: (index: number, session: unknown) => BrokenBy | undefined;
  /** Whether something is compared with the range before, of the same length. */
  readonly needsRangeBefore: boolean;
  readonly count: number;
  /** By their places within the query. */
  readonly problems: readonly AnalysisProblem[];
  /** The fields that have to be read of a session. */
  readonly fields: ReadonlySet<string>;
}

/**
 * Reads `expect` of a query, with the `aggs` that it may name. `total` and the others count sessions as they are collected: after the
 * query's refinement.
 */
export function readExpectationsOf(
  query: { readonly expect?: unknown; readonly aggs?: unknown },
  now: Date,
): Expectations {
  const reading = new Reading(now, ['expect']);
  const all = readExpectations(query.expect, reading);
  const aggregation = readAggregation(query.aggs, now);
  const needsPath = all.some((one) => one?.kind === 'path');
  return {
    start: ({ nameOf = () => undefined } = {}) => startChecking(all, aggregation.start(), isNodeBy(nameOf)),
    verdicts: (found, before) =>
      all.flatMap((expectation, index) => (expectation ? [verdictOf(expectation, index, { found, before })] : [])),
    all,
    brokenBy: (index, session) => {
      const expectation = all[index];
      return (
        expectation &&
        brokenBy(
          expectation,
          session,
          isNodeBy(() => undefined),
        )
      );
    },
    needsRangeBefore: all.some((one) => one !== undefined && 'overBefore' in one && one.overBefore),
    count: all.length,
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

type IsNode = (step: Step, node: string) => boolean;

function isNodeBy(nameOf: NameOf): IsNode {
  return ({ nodeId }, node) => nodeId !== undefined && (nodeId === node || nameOf(nodeId) === node);
}

function startChecking(
  expectations: readonly (Expectation | undefined)[],
  aggregating: ReturnType<ReturnType<typeof readAggregation>['start']>,
  isNode: IsNode,
): Checking {
  const counts = expectations.map(() => ({ met: 0, broken: 0, shown: [] as BrokenBy[] }));
  let total = 0;
  return {
    collect(session) {
      total += 1;
      aggregating.collect(session);
      const reader = sessionReader(session);
      for (const [index, expectation] of expectations.entries()) {
        const found = counts[index];
        if (!expectation || !found) continue;
        const fault = faultOf(expectation, { session, reader, isNode });
        if (!fault) found.met += 1;
        else {
          found.broken += 1;
          if (found.shown.length < mostShown) found.shown.push(shownFault(expectation, session, fault));
        }
      }
    },
    get total() {
      return total;
    },
    aggregations: () => aggregating.result(),
    sessionsOf: (index) => counts[index] ?? { met: 0, broken: 0, shown: [] },
  };
}

function brokenBy(expectation: Expectation, session: unknown, isNode: IsNode): BrokenBy | undefined {
  const fault = faultOf(expectation, { session, reader: sessionReader(session), isNode });
  return fault && shownFault(expectation, session, fault);
}

type Fault = Pick<BrokenBy, 'step' | 'why'>;

interface Seen {
  readonly session: unknown;
  readonly reader: ReturnType<typeof sessionReader>;
  readonly isNode: IsNode;
}

/** Whether a session speaks against an expectation of all of them; of one that counts those that meet it, whether it is none of them. */
function faultOf(expectation: Expectation, { session, reader, isNode }: Seen): Fault | undefined {
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

function shownFault(expectation: Expectation, session: unknown, fault: Fault): BrokenBy {
  const { id, start } = summarise(session);
  return { id, start, ...stepOf(expectation, session), ...fault };
}

function stepOf(expectation: Expectation, session: unknown): Fault {
  if (expectation.kind !== 'every' && expectation.kind !== 'no') return {};
  const step = stepToBlame(session, expectation.holds);
  return step === undefined ? {} : { step };
}
