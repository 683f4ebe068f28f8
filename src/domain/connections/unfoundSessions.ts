/** How many sessions of a file nobody finds, and why. */
export interface UnfoundSessions {
  /** How many sessions the file has. */
  readonly count: number;
  /** No range has them: they say no start that can be read. */
  readonly undated: number;
  /** A later one has the same id, and counts. */
  readonly repeated: number;
}
