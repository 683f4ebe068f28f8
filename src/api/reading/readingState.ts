import type { DateRange } from '../../domain/time/dates.ts';
import type { Counted, Missing } from './readingTypes.ts';

/** A range that is still to be read; `isCounted` when a count that is held against it includes it. */
export interface PartLeft {
  readonly range: DateRange;
  readonly isCounted?: boolean;
}

/** Where a reading has come to. */
export interface ReadingState {
  /** In the order in which they are read. */
  readonly parts: readonly PartLeft[];
  readonly counted: readonly Counted[];
  readonly missing: readonly Missing[];
}
