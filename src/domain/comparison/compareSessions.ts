import { readParameters, readTags } from '../session/collected.ts';
import { readParameterChanges } from '../session/parameterHistory.ts';
import type { SessionSummary } from '../session/session.ts';
import { summarise } from '../session/session.ts';
import type { Step, Tag } from '../session/steps.ts';
import { readSteps } from '../session/steps.ts';
import type { ComparedPaths } from './comparePaths.ts';
import { comparePaths } from './comparePaths.ts';
import type { ParameterDifference, TextPair } from './compareSteps.ts';
import { parameterDifferences, tagDifferences } from './compareSteps.ts';
import type { SessionIds } from './ownIds.ts';

/** What is compared of one session. */
export interface ComparedSession {
  readonly summary: SessionSummary;
  readonly steps: readonly Step[];
  /** All execution times together; undefined when none was measured. */
  readonly executionMs: number | undefined;
}

/** Two sessions side by side. */
export interface Comparison {
  readonly left: ComparedSession;
  readonly right: ComparedSession;
  readonly ids: SessionIds;
  /** Whether both say their agent, and it is not the same one. */
  readonly otherAgent: boolean;
  readonly paths: ComparedPaths;
  /** The parameters as they stood at the end, where they differ. */
  readonly parameters: readonly ParameterDifference[];
  readonly tags: readonly (TextPair & { readonly tag: Tag })[];
}

/** Compares two documents, each read as leniently as everywhere; never throws. */
export function compareSessions(leftDocument: unknown, rightDocument: unknown): Comparison {
  const left = readSession(leftDocument);
  const right = readSession(rightDocument);
  const ids = { left: left.summary.id, right: right.summary.id };
  return {
    left,
    right,
    ids,
    otherAgent: differ(left.summary, right.summary),
    paths: comparePaths(left.steps, right.steps, ids),
    parameters: parameterDifferences(
      readParameters(leftDocument, readParameterChanges(left.steps)),
      readParameters(rightDocument, readParameterChanges(right.steps)),
      ids,
    ),
    tags: tagDifferences(readTags(leftDocument, left.steps), readTags(rightDocument, right.steps)),
  };
}

/** By the id where both say one: a name may have been changed since. */
function differ(left: SessionSummary, right: SessionSummary): boolean {
  const byId = left.agentId !== undefined && right.agentId !== undefined;
  const [one, other] = byId ? [left.agentId, right.agentId] : [left.agent, right.agent];
  return one !== undefined && other !== undefined && one !== other;
}

function readSession(document: unknown): ComparedSession {
  const steps = readSteps(document);
  const measured = steps.flatMap(({ executionMs }) => (executionMs === undefined ? [] : [executionMs]));
  return {
    summary: summarise(document),
    steps,
    executionMs: measured.length === 0 ? undefined : measured.reduce((sum, ms) => sum + ms, 0),
  };
}
