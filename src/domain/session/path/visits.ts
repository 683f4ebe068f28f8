import type { Step } from '../steps.ts';

/** Which of its node's visits a step is, from 1, of how many. */
export interface Visit {
  readonly number: number;
  readonly of: number;
}

/** The visit of each step, by its index; undefined for a step that names no node. */
export function readVisits(steps: readonly Step[]): readonly (Visit | undefined)[] {
  const counts = new Map<string, number>();
  const numbers = steps.map(({ nodeId, repeats }) => {
    if (nodeId === undefined) return 0;
    const number = (counts.get(nodeId) ?? 0) + (repeats ? 0 : 1);
    counts.set(nodeId, number);
    return number;
  });
  return steps.map(({ nodeId, index }) =>
    nodeId === undefined ? undefined : { number: numbers[index] ?? 0, of: counts.get(nodeId) ?? 0 },
  );
}
