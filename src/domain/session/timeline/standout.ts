import type { Conversation } from '../conversation.ts';
import type { Findings } from '../failures/findings.ts';
import type { ToldError } from '../failures/toldError.ts';
import type { Rounds } from '../path/rounds.ts';
import type { SaidAgain } from '../path/saidAgain.ts';
import type { SessionSummary } from '../session.ts';
import type { Step } from '../steps.ts';

/** What tells most of how a session went. */
export type Standout =
  | { readonly type: 'problem'; readonly step: Step }
  | { readonly type: 'toldError'; readonly step: Step; readonly error: ToldError }
  | { readonly type: 'rounds'; readonly rounds: Rounds }
  | { readonly type: 'saidAgain'; readonly said: SaidAgain }
  | { readonly type: 'elsewhere'; readonly step: number };

/**
 * The first step that failed; where none did, what else a person asks about first: an answer that tells of an error, rounds that were most of
 * the session, what was said again where the service is not content, a path without an end call. Undefined where nothing stands out.
 */
export function findStandout(of: {
  readonly summary: SessionSummary;
  readonly conversation: Conversation;
  readonly findings: Findings;
  readonly rounds: readonly Rounds[];
  readonly saidAgain: SaidAgain | undefined;
}): Standout | undefined {
  const { summary, conversation, findings, rounds, saidAgain } = of;
  const { steps, problems } = conversation;
  const problem = steps[problems[0] ?? -1];
  if (problem) return { type: 'problem', step: problem };
  const [told] = findings.toldErrors;
  const telling = told && steps[told[0]];
  if (telling) return { type: 'toldError', step: telling, error: told[1] };
  const most = rounds.find((one) => isMostOf(one, steps.length, findings.executionMs));
  if (most) return { type: 'rounds', rounds: most };
  if (saidAgain && isUnwell(summary)) return { type: 'saidAgain', said: saidAgain };
  return findings.ending.type === 'elsewhere' ? findings.ending : undefined;
}

/** Whether the service counts the session as one that did not go well. */
export function isUnwell({ outcome }: Pick<SessionSummary, 'outcome'>): boolean {
  return outcome === 'warning' || outcome === 'error';
}

function isMostOf({ from, to, executionMs }: Rounds, steps: number, allMs: number): boolean {
  return to - from > steps / 2 && executionMs >= allMs / 2;
}
