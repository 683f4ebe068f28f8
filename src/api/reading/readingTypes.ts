import type { DateRange } from '../../domain/time/dates.ts';
import type { ReadRow } from './readRow.ts';

/** Sessions that came together. */
export interface ReadBatch {
  /** In the query's order where that is one of time, else the newest first. */
  readonly rows: readonly ReadRow[];
  /** Their place is among those that came before: they were found when it was looked again. */
  readonly isLate: boolean;
}

/** Why sessions that the service counts did not come. */
export type MissingReason =
  /** More start within one second than can be paged through. */
  | 'crowdedSecond'
  /** Of a second's sessions some did not come, and the service does not sort by id, so that its pages may overlap. */
  | 'noTiebreaker'
  /** The service gave a session twice in one answer, and another not at all. */
  | 'repeated'
  /** The service counts more than it gives. */
  | 'notGiven';

/** What is known to be missing. */
export interface Missing {
  readonly reason: MissingReason;
  /** How many; undefined where the service did not count them. */
  readonly count: number | undefined;
  /** Where they start. */
  readonly range: DateRange;
}

/** Counts of the service that what was read is held against. */
export interface Counted {
  readonly range: DateRange;
  readonly total: number;
}
