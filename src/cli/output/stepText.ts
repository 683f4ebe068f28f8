import { failureReason } from '../../domain/session/failures/failureReason.ts';
import type { Step } from '../../domain/session/steps.ts';
import { durationText } from '../../domain/time/zonedTime.ts';
import type { Output } from './output.ts';
import { plainText } from './plainText.ts';

/** What a session is shown with. */
export interface Showing {
  readonly nameOf: (nodeId: string) => string | undefined;
  readonly paint: Output['paint'];
}

/** A step on one line: its type, what its node is called, what it asked, how long that took, and why it failed. */
export function stepText(step: Step, { nameOf, paint }: Showing): string {
  const name = step.nodeId === undefined ? undefined : (nameOf(step.nodeId) ?? step.nodeId);
  const request = step.url === undefined ? undefined : [step.verb, step.url].filter(Boolean).join(' ');
  const ms = step.executionMs === undefined ? undefined : durationText(step.executionMs);
  const facts = [step.type, name, request, ms].filter((fact) => fact !== undefined).map(plainText);
  const problem = problemWords(step);
  return [...facts, ...(problem ? [paint('red', plainText(problem))] : [])].join('  ');
}

function problemWords(step: Step): string | undefined {
  const { problem, responseCode, statusMessage } = step;
  switch (problem) {
    case undefined:
      return undefined;
    case 'responseCode':
      return withReason(`answered ${responseCode}`, failureReason(step));
    case 'statusCode':
      return withReason('failed', failureReason(step) || statusMessage);
    case 'noResponse':
      return 'got no answer';
    case 'timedOut':
      return 'timed out';
  }
}

function withReason(what: string, reason: string | undefined): string {
  return reason ? `${what}: ${reason}` : what;
}
