import { InsightsError } from './insightsErrors.ts';

/** Why the bytes of an answer are no text: packed in a way that was not asked for, damaged, a part of them only, more than is read, or written in what nobody decodes. */
export type UnreadableProblem = 'unknownPacking' | 'damaged' | 'part' | 'tooLarge' | 'unknownCharset';

/** An answer came, and nobody knows what it says. */
export class UnreadableAnswer extends InsightsError {
  readonly code = 'unreadableAnswer';
  readonly problem: UnreadableProblem;
  /** The packing as `Content-Encoding` names it, or the charset as `Content-Type` does; the status of a part; empty when it was not packed. */
  readonly form: string;

  constructor(problem: UnreadableProblem, form: string) {
    super(`${problem} ${form}`.trim());
    this.problem = problem;
    this.form = form;
  }
}
