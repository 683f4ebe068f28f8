import { isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { AggregationResult } from '../aggregations/collector.ts';
import type { Expectation } from './readExpectation.ts';
import type { SessionCounts } from './verdict.ts';

/** What whoever counts sessions by aggregations can be asked to know of expectations, and how the answer is read. */
export interface ExpectationQuestions {
  /** Each under a name that is not the query's own: those may be anything. */
  readonly aggs: Readonly<Record<string, unknown>>;
  /** What was answered, by the names of the query; what was not asked or not answered is not in it. */
  readonly aggregations: (answer: AggregationResult) => AggregationResult;
  /** Whether all is answered that the expectation at a place is about. */
  readonly answers: (answer: AggregationResult, index: number) => boolean;
  /** Of an expectation of sessions, without those that broke it. */
  readonly sessionsOf: (
    answer: AggregationResult,
    index: number,
    total: number,
  ) => Pick<SessionCounts, 'met' | 'broken'>;
}

export function expectationQuestions(all: readonly (Expectation | undefined)[], aggs: unknown): ExpectationQuestions {
  const written = new Map(isRecord(aggs) ? entriesOf(aggs) : []);
  const named = new Set(all.flatMap((one) => (one?.kind === 'aggregation' ? one.path.slice(0, 1) : [])));
  const asked = [...named].flatMap((name, at) =>
    written.has(name) ? [{ name, key: `named${at}`, body: written.get(name) }] : [],
  );
  const broken = all.map((one, index) => {
    const condition = one && brokenCondition(one);
    return condition && { key: `broken${index}`, body: { filter: condition } };
  });
  const answered = (answer: AggregationResult, key: string | undefined): boolean =>
    key !== undefined && Object.hasOwn(answer, key);
  return {
    aggs: Object.fromEntries(
      [...asked, ...broken.filter((one) => one !== undefined)].map(({ key, body }) => [key, body]),
    ),
    aggregations: (answer) =>
      Object.fromEntries(asked.flatMap(({ name, key }) => (answered(answer, key) ? [[name, answer[key]]] : []))),
    answers: (answer, index) => {
      const one = all[index];
      if (one === undefined || one.kind === 'total') return true;
      if (one.kind !== 'aggregation') return answered(answer, broken[index]?.key);
      const of = asked.find(({ name }) => name === one.path[0]);
      // What no aggregation is called is nowhere.
      return of === undefined || answered(answer, of.key);
    },
    sessionsOf: (answer, index, total) => {
      const bucket = answer[broken[index]?.key ?? ''];
      const count = isRecord(bucket) ? Number(bucket.doc_count) : 0;
      return { met: total - count, broken: count };
    },
  };
}

/** What the sessions meet that speak against an expectation; undefined where no condition says it. */
export function brokenCondition(expectation: Expectation): Readonly<Record<string, unknown>> | undefined {
  if (expectation.kind === 'no') return { bool: { filter: expectation.condition } };
  if (expectation.kind !== 'every' && expectation.kind !== 'atLeast') return undefined;
  return { bool: { must_not: [{ bool: { filter: expectation.condition } }] } };
}
