import type { AggregationResult } from './aggregations/collector.ts';
import { readAggregations } from './aggregations/readAggregation.ts';
import type { AnalysisProblem } from './reading/analysisProblem.ts';
import { Reading } from './reading/analysisProblem.ts';
import { sessionReader } from './reading/sessionReader.ts';

/** Counts and measures over sessions, one after another, in a memory that does not grow with them but for what is counted exactly. */
export interface Aggregating {
  collect(session: unknown): void;
  /** So far; it can be asked for at any time. */
  result(): AggregationResult;
}

export interface Aggregation {
  readonly start: () => Aggregating;
  /** By their places within `aggs`. A field that is not known is a problem that hinders nothing. */
  readonly problems: readonly AnalysisProblem[];
  /** The fields that it reads of a session. */
  readonly fields: ReadonlySet<string>;
}

/**
 * Reads `aggs` of a query, in Elasticsearch's words, and answers as Elasticsearch does; percentiles and cardinality are exact. Dates in
 * conditions are taken at `now`.
 */
export function readAggregation(aggs: unknown, now: Date): Aggregation {
  const reading = new Reading(now);
  const make = readAggregations(aggs, reading);
  return {
    start: () => {
      const collector = make();
      return { collect: (session) => collector.collect(sessionReader(session)), result: () => collector.result() };
    },
    problems: reading.problems,
    fields: reading.fields,
  };
}
