import { InsightsError } from './insightsErrors.ts';

/** Why the bytes of an answer are no text: packed in a way that was not asked for, damaged, or more than is read. */
export type UnreadableProblem = 'unknownPacking' | 'damaged' | 'tooLarge';

/** An answer came, and nobody knows what it says. */
export class UnreadableAnswer extends InsightsError {
  readonly code = 'unreadableAnswer';
  readonly problem: UnreadableProblem;
  /** As `Content-Encoding` names it; empty when it was not packed. */
  readonly packing: string;

  constructor(problem: UnreadableProblem, packing: string) {
    super(`${problem} ${packing}`.trim());
    this.problem = problem;
    this.packing = packing;
  }
}
