import type { Step } from '../steps.ts';

/** The same nodes that ran over and over, one round after the other. */
export interface Rounds {
  /** Index of the first step. */
  readonly from: number;
  /** Index of the step after the last. */
  readonly to: number;
  /** How many steps a round has. */
  readonly length: number;
  readonly count: number;
  readonly executionMs: number;
}

/** Fewer rounds than this are read as they are: a question that is asked again, and once more. */
const leastRounds = 4;
const longestRound = 16;

/** What repeats, in order. A step that failed is like no other, and a step without a node id neither: both stay in view. */
export function findRounds(steps: readonly Step[]): readonly Rounds[] {
  const likes = likesOf(steps);
  const found: Rounds[] = [];
  let from = 0;
  while (from < steps.length) {
    const rounds = roundsAt(likes, from);
    if (!rounds) {
      from += 1;
      continue;
    }
    const to = from + rounds.length * rounds.count;
    const executionMs = steps.slice(from, to).reduce((sum, { executionMs: ms = 0 }) => sum + ms, 0);
    found.push({ from, to, ...rounds, executionMs });
    from = to;
  }
  return found;
}

/** A number for each step, the same for the same node; negative, and its own, for a step that is like no other. */
function likesOf(steps: readonly Step[]): readonly number[] {
  const known = new Map<string, number>();
  return steps.map(({ nodeId, type, problem, repeats, index }) => {
    if (nodeId === undefined || problem !== undefined || repeats) return -index - 1;
    const key = JSON.stringify([nodeId, type]);
    const like = known.get(key) ?? known.size;
    known.set(key, like);
    return like;
  });
}

function roundsAt(likes: readonly number[], from: number): Pick<Rounds, 'length' | 'count'> | undefined {
  for (let length = 1; length <= longestRound; length += 1) {
    let to = from;
    while (to + length < likes.length && likes[to] === likes[to + length]) to += 1;
    const count = Math.floor((to - from) / length) + 1;
    if (count >= leastRounds) return { length, count };
  }
  return undefined;
}
