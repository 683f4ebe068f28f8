import type { Mask } from '../../../src/domain/masking/mask.ts';
import type { ParameterChange } from '../../../src/domain/session/parameterHistory.ts';
import type { SessionSummary } from '../../../src/domain/session/session.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { Masking } from '../../parts/masking/masking.ts';

/** What is covered in what is copied of a session. */
export interface Covered {
  /** What the caller said for secrets, and what was kept as such. */
  readonly said: readonly string[];
  /** Knows who called and who was called, and what was said for secrets. */
  readonly mask: Mask;
}

/** Looks for it when something is first copied: to show a session takes none of it. */
export function readCovered(of: {
  readonly document: unknown;
  readonly summary: SessionSummary;
  readonly steps: readonly Step[];
  readonly changes: readonly (readonly ParameterChange[])[];
}): (masking: Masking) => Covered {
  let read: Covered | undefined;
  return (masking) => {
    read ??= lookFor(of, masking);
    return read;
  };
}

function lookFor(
  { document, summary, steps, changes }: Parameters<typeof readCovered>[0],
  { createMask, keptSecrets, saidSecrets }: Masking,
): Covered {
  const said = [...new Set([...saidSecrets(steps, changes), ...keptSecrets(document)])];
  return { said, mask: createMask({ caller: summary.caller, called: summary.destination, said }) };
}
