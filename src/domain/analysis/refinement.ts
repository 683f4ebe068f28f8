import { readBool } from './conditions/readCondition.ts';
import type { AnalysisProblem } from './reading/analysisProblem.ts';
import { Reading } from './reading/analysisProblem.ts';
import { sessionReader } from './reading/sessionReader.ts';

/** What decides of each session whether a query wants it, and what is wrong with how that is written. */
export interface Refinement {
  /** False for every session where the refinement cannot be read. */
  readonly keeps: (session: unknown) => boolean;
  /** By their places within `refine`. A field that is not known is a problem that hinders nothing. */
  readonly problems: readonly AnalysisProblem[];
  /** The fields that it reads of a session. */
  readonly fields: ReadonlySet<string>;
  /** What it was read from: all that is needed to read it again. */
  readonly source: { readonly refine: unknown; readonly now: Date };
}

/**
 * Reads `refine` of a query: a `bool` in Elasticsearch's words, for what the service cannot be asked. Dates are taken at `now`; days and
 * rounding are those of UTC, as in the dates of a query.
 */
export function readRefinement(refine: unknown, now: Date): Refinement {
  const reading = new Reading(now);
  const holds = readBool(refine, reading);
  return {
    keeps: (session) => holds(sessionReader(session)),
    problems: reading.problems,
    fields: reading.fields,
    source: { refine, now },
  };
}
