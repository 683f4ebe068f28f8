/** Where in a query's value something stands: keys and indexes from its top. */
export type ValuePath = readonly (string | number)[];

/** What is wrong with a condition, an aggregation or an expectation. */
export type AnalysisProblemCode =
  /** An object is expected here. */
  | 'expectedObject'
  | 'expectedList'
  | 'expectedText'
  | 'expectedNumber'
  | 'expectedBoolean'
  | 'expectedScalar'
  /** One of `expected` has to stand here, and none does. */
  | 'expectedOne'
  /** Only one of `expected` can stand here, and all of them do. */
  | 'onlyOne'
  /** A key that nothing is known of; `expected` are those that may stand here. */
  | 'unknownKey'
  | 'missingKey'
  /** Elasticsearch knows it, and it is not decided here; `expected` does nearly the same. */
  | 'notUnderstood'
  /** A pattern where only values are understood. */
  | 'patternNotUnderstood'
  /** What buckets are put in order by is not one number; `expected` are those that are. */
  | 'notOneNumber'
  /** The least of two bounds is above the other. */
  | 'boundsCrossed'
  /** The bounds that empty buckets are filled up to are not within those that buckets are cut off at. */
  | 'boundsOutside'
  /** It nests without end. */
  | 'tooDeep'
  /** The session's model has no such field; it is read as a text that is compared whole. */
  | 'unknownField'
  /** An object has no value of its own. */
  | 'objectField'
  /** The value cannot be one of the field's kind, or the condition cannot be asked of it. */
  | 'kindDoesNotFit'
  | 'badDate'
  | 'badInterval'
  | 'badTimeZone'
  | 'badDateFormat'
  /** It would make more buckets than can be shown. */
  | 'tooManyBuckets';

export interface AnalysisProblem {
  readonly code: AnalysisProblemCode;
  readonly path: ValuePath;
  /** What it is about: a key, a field, a value as it was written. */
  readonly what?: string;
  readonly expected?: readonly string[];
}

/** Reads one part of a query: knows where it is, and collects what is wrong. */
export class Reading {
  readonly path: ValuePath;
  readonly now: Date;
  readonly problems: AnalysisProblem[];
  /** The fields that are read of a session. */
  readonly fields: Set<string>;

  constructor(
    now: Date,
    path: ValuePath = [],
    found: Pick<Reading, 'problems' | 'fields'> = { problems: [], fields: new Set() },
  ) {
    this.now = now;
    this.path = path;
    this.problems = found.problems;
    this.fields = found.fields;
  }

  /** The same reading, further in. */
  at(...more: ValuePath): Reading {
    return new Reading(this.now, [...this.path, ...more], this);
  }

  /** Notes a problem. Gives undefined, for what could not be read. */
  wrong(code: AnalysisProblemCode, about: Pick<AnalysisProblem, 'what' | 'expected'> = {}): undefined {
    this.problems.push({ code, path: this.path, ...about });
    return undefined;
  }
}
