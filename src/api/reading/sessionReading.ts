import type { Total } from '../client/answerShapes.ts';
import type { ReadingState } from './readingState.ts';
import type { Missing, ReadBatch } from './readingTypes.ts';
import type { ReadRow } from './readRow.ts';

/** Every session of a range, as the bytes that came, in the order of time. */
export interface SessionReading extends AsyncIterable<ReadBatch> {
  /** What an earlier reading gave: its batches, in their order. */
  remember(batch: { readonly rows: readonly Pick<ReadRow, 'key' | 'time'>[]; readonly isLate: boolean }): void;
  /** How many there are, as far as is known by now. */
  readonly total: Total;
  readonly requests: number;
  /** What the service counts and did not give. Whether there is more is only known at the end. */
  readonly missing: readonly Missing[];
  /** How many were given that start outside of the range that was asked for. */
  readonly outside: number;
  /** Whether among the first there are some that the filter can't have found. */
  readonly filterUnheeded: boolean;
  /** What is left to be read after the batch that was given last. */
  readonly state: ReadingState;
}
