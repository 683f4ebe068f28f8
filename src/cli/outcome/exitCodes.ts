/** How the command ends. What checks and lint find is broken is 1, as with a search that finds nothing. */
export const exitCodes = { held: 0, broken: 1, wrongUse: 2, service: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What several of them come to. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
