import { nextOf } from '../../parts/listKeys.ts';
import type { SessionModel } from './model.ts';

/** Where a jump leads: a step, and which it is of how many. */
export interface Jump {
  readonly step: number;
  /** From 0. */
  readonly position: number;
  readonly count: number;
}

/** The problem after (or before) the selected step, around the end. */
export function toProblem(
  { conversation }: SessionModel,
  from: number | undefined,
  direction: 1 | -1,
): Jump | undefined {
  const { problems, steps } = conversation;
  const step = nextOf(problems, from ?? (direction === 1 ? -1 : steps.length), direction);
  return step === undefined ? undefined : { step, position: problems.indexOf(step), count: problems.length };
}

/** The first step of the turn after (or before) the selected step's turn, around the end. */
export function toTurn(
  { conversation, turnOfStep }: SessionModel,
  from: number | undefined,
  direction: 1 | -1,
): Jump | undefined {
  const starts = conversation.turns.flatMap(({ steps }) => (steps[0] ? [steps[0].index] : []));
  const turn = turnOfStep[from ?? -1];
  const step = nextOf(starts, turn === undefined ? -1 : (starts[turn] ?? -1), direction);
  return step === undefined ? undefined : { step, position: turnOfStep[step] ?? 0, count: starts.length };
}
