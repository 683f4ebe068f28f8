import type { SessionParameter } from '../collected.ts';
import type { SessionSummary } from '../session.ts';
import { hasEnded, isInProgress } from '../session.ts';
import type { Step } from '../steps.ts';
import type { ToldError } from './toldError.ts';
import { toldErrorIn } from './toldError.ts';

/** What is worth knowing of a session before anything else. */
export interface Findings {
  /** Names of parameters that were never completed. */
  readonly incomplete: readonly string[];
  /** What was said longest: a `speak` takes as long as its words. */
  readonly longestSpeech?: Slow;
  /** The webhook that took longest. */
  readonly slowestWebhook?: Slow;
  /** Webhooks that answered with success and an error in the body: worth a look, and no problem, as only the flow knows what it made of it. */
  readonly toldErrors: ReadonlyMap<number, ToldError>;
  /** What all steps took together. */
  readonly executionMs: number;
  readonly ending: Ending;
}

export interface Slow {
  readonly step: number;
  readonly ms: number;
}

/**
 * How the path ends. Who hung up is not recorded: a path without an end call was ended by somebody or something else, unless its last step
 * handed the caller over.
 */
export type Ending =
  | { readonly type: 'endCall'; readonly step: number }
  | { readonly type: 'transferred'; readonly step: number }
  | { readonly type: 'elsewhere'; readonly step: number }
  | { readonly type: 'inProgress' }
  | { readonly type: 'unknown' };

export function findFindings(of: {
  readonly summary: SessionSummary;
  readonly steps: readonly Step[];
  readonly parameters: readonly SessionParameter[];
}): Findings {
  const { summary, steps, parameters } = of;
  const longestSpeech = slowestOf(steps.filter(({ type }) => type?.toLowerCase() === 'speak'));
  const webhooks = steps.filter(({ type }) => type?.toLowerCase() === 'webhook');
  const slowestWebhook = slowestOf(webhooks);
  return {
    incomplete: parameters.flatMap(({ name, completed }) => (completed === false ? [name] : [])),
    ...(longestSpeech ? { longestSpeech } : {}),
    ...(slowestWebhook ? { slowestWebhook } : {}),
    toldErrors: toldErrorsOf(webhooks),
    executionMs: steps.reduce((sum, { executionMs = 0 }) => sum + executionMs, 0),
    ending: findEnding(summary, steps),
  };
}

/** By step. */
function toldErrorsOf(webhooks: readonly Step[]): ReadonlyMap<number, ToldError> {
  const told = new Map<number, ToldError>();
  for (const { index, problem, responsePayload } of webhooks) {
    const error = problem ? undefined : toldErrorIn(responsePayload);
    if (error) told.set(index, error);
  }
  return told;
}

function slowestOf(steps: readonly Step[]): Slow | undefined {
  let slowest: Slow | undefined;
  for (const { index, executionMs: ms = 0 } of steps) if (ms > (slowest?.ms ?? 0)) slowest = { step: index, ms };
  return slowest;
}

function findEnding(summary: SessionSummary, steps: readonly Step[]): Ending {
  const last = steps.at(-1);
  if (last?.type?.toLowerCase() === 'end_call') return { type: 'endCall', step: last.index };
  if (last && isTransfer(last)) return { type: 'transferred', step: last.index };
  if (isInProgress(summary)) return { type: 'inProgress' };
  return last && hasEnded(summary) ? { type: 'elsewhere', step: last.index } : { type: 'unknown' };
}

/** Whether somebody else took over at a step. */
export function isTransfer({ type, problem }: Step): boolean {
  return problem === undefined && /^(?:call|live_agent)_routing$/iu.test(type ?? '');
}

/** How a session broke off: without an end call, without any word of an end, or not at all yet. */
export type BrokenOff = 'noEndCall' | 'noEnd' | 'inProgress';

/** Whether there is no end where the path ends, and how; undefined for a session that ended there, and for one without a path. */
export function brokenOff({
  ending,
  steps,
}: {
  readonly ending: Ending;
  readonly steps: number;
}): BrokenOff | undefined {
  if (steps === 0) return undefined;
  switch (ending.type) {
    case 'elsewhere':
      return 'noEndCall';
    case 'unknown':
      return 'noEnd';
    case 'inProgress':
      return 'inProgress';
    case 'endCall':
    case 'transferred':
      return undefined;
  }
}
