/** The service gave less than it counts: what was read is no ground for a verdict. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
  /** How many are missing; 0 where nobody knows. */
  readonly count: number;

  constructor(message: string, count = 0) {
    super(message);
    this.count = count;
  }
}
