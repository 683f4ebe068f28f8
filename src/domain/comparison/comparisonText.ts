import type { Step } from '../session/steps.ts';
import type { PathRow } from './comparePaths.ts';
import type { ComparedSession, Comparison } from './compareSessions.ts';
import { codeOf } from './compareSteps.ts';

/** Where each of two sessions is. */
export interface ComparedPlaces {
  readonly left: string;
  readonly right: string;
}

/** A comparison as JSON, for people and for tools: what each session is, in what they differ, and their steps side by side, from 1. */
export function comparisonText({ left, right, paths, parameters, tags }: Comparison, places: ComparedPlaces): string {
  const divergence = paths.divergence === undefined ? undefined : paths.rows[paths.divergence];
  const value = {
    left: facts(left, places.left),
    right: facts(right, places.right),
    sameUntil: divergence && rowFacts(divergence, left, right),
    onlyLeft: paths.onlyLeft,
    onlyRight: paths.onlyRight,
    parameters: parameters.map(({ name, left: ours, right: theirs }) => ({ name, ...sides(ours, theirs) })),
    tags: tags.map(({ tag, left: ours, right: theirs }) => ({ ...tag, count: undefined, ...sides(ours, theirs) })),
    rows: paths.rows.map((row) => rowFacts(row, left, right)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function facts({ summary, steps, executionMs }: ComparedSession, uri: string): object {
  const { id, agent, start, caller, outcome, durationMs } = summary;
  return { uri, id, agent, start, caller, outcome, durationMs, executionMs, steps: steps.length };
}

/** JSON has no undefined: what is not there is null. */
function sides(left: unknown, right: unknown): object {
  return { left: left ?? null, right: right ?? null };
}

function rowFacts(row: PathRow, left: ComparedSession, right: ComparedSession): object {
  const { type, ...rest } = row;
  const differs = row.type === 'same' ? { differs: row.differs, timeMs: row.timeMs } : {};
  return {
    type,
    ...('left' in rest ? { left: stepFacts(left.steps[rest.left]) } : {}),
    ...('right' in rest ? { right: stepFacts(right.steps[rest.right]) } : {}),
    ...differs,
  };
}

function stepFacts(step: Step | undefined): object | undefined {
  if (!step) return undefined;
  return {
    step: step.index + 1,
    type: step.type,
    node: step.nodeId,
    code: codeOf(step),
    executionMs: step.executionMs,
  };
}
