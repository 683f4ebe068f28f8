import type { Rounds } from '../../../src/domain/session/path/rounds.ts';
import type { Density, TimelineRow } from '../../../src/domain/session/timeline/timelineRows.ts';
import { timelineRows } from '../../../src/domain/session/timeline/timelineRows.ts';
import type { SessionModel } from './model.ts';
import type { TimelineFilter } from './timelineFilter.ts';
import { filterOf, unfiltered } from './timelineFilter.ts';

/** What is folded: turns by their index, and rounds, which are folded unless their first step is named. */
export interface Folds {
  readonly turns: ReadonlySet<number>;
  readonly open: ReadonlySet<number>;
}

export const noFolds: Folds = { turns: new Set(), open: new Set() };

/** The rows of a timeline, and where everything stands among them. */
export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** The row that stands for a line or a step: its own, or that of what is folded around it; -1 where there is none. */
  readonly rowOfLine: Int32Array;
  readonly rowOfStep: Int32Array;
  /** The row that marks where the session broke off, or -1. */
  readonly rowOfEnd: number;
  /** Which option each row is, from 1; 0 for a head that stands for nothing. */
  readonly positions: Int32Array;
  readonly options: number;
  /** The head of the turn that each row is below, or -1. */
  readonly heads: Int32Array;
  /** The first step of each row, or the last one before it; -1 before the first. */
  readonly stepOfRow: Int32Array;
  /** How many steps have a row. */
  readonly steps: number;
}

export interface TimelineChoice {
  readonly density: Density;
  readonly folds?: Folds;
  readonly filter?: TimelineFilter;
}

export function readTimeline(
  model: SessionModel,
  { density, folds = noFolds, filter = unfiltered }: TimelineChoice,
): Timeline {
  const { conversation, rounds, turnOfStep, brokenOff } = model;
  const lets = filterOf(model, filter);
  const rows = timelineRows(conversation, {
    ...{ density, rounds, brokenOff, folded: folds.turns, unfolded: folds.open },
    ...(lets ? { filter: lets } : {}),
  });
  const timeline = {
    rows,
    rowOfLine: new Int32Array(conversation.lines.length).fill(-1),
    rowOfStep: new Int32Array(conversation.steps.length).fill(-1),
    positions: new Int32Array(rows.length),
    heads: new Int32Array(rows.length),
    stepOfRow: new Int32Array(rows.length),
  };
  const { rowOfLine, rowOfStep, positions, heads, stepOfRow } = timeline;
  let [head, step, options, steps] = [-1, -1, 0, 0];
  for (const [index, row] of rows.entries()) {
    const [from, to] = stepsOfRow(model, row);
    if (from < to) step = from;
    stepOfRow[index] = step;
    if (row.type === 'turn') head = index;
    else if (row.type === 'end' || (row.type === 'rounds' && turnOfStep[from] !== turnOfStep[to - 1])) head = -1;
    heads[index] = head;
    if (row.type === 'line') rowOfLine[row.line.index] = index;
    if ('folded' in row && !row.folded) continue;
    options += 1;
    positions[index] = options;
    // A step that says several lines is found at the last of them.
    rowOfStep.fill(index, from, to);
    if (row.type !== 'end') steps += 'folded' in row ? to - from : row.step ? 1 : 0;
  }
  return { ...timeline, rowOfEnd: rows.at(-1)?.type === 'end' ? rows.length - 1 : -1, options, steps };
}

/** The steps that a row stands for, from the first to before the last. */
export function stepsOfRow(
  { conversation }: SessionModel,
  row: TimelineRow | undefined,
): readonly [from: number, to: number] {
  switch (row?.type) {
    case undefined:
    case 'end':
      return [0, 0];
    case 'turn': {
      const { steps = [] } = conversation.turns[row.turn] ?? {};
      const from = steps[0]?.index ?? 0;
      return [from, from + steps.length];
    }
    case 'rounds':
      return [row.rounds.from, row.rounds.to];
    case 'line': {
      const step = row.step?.index ?? row.line.step;
      return step === undefined ? [0, 0] : [step, step + 1];
    }
    case 'step':
      return [row.step.index, row.step.index + 1];
  }
}

/** Nothing is folded any more around a step; the same folds where nothing was. */
export function unfoldedAround({ turnOfStep, rounds }: SessionModel, step: number, folds: Folds): Folds {
  const around = roundsAround(rounds, step);
  const turns = without(folds.turns, turnOfStep[step] ?? -1);
  const open = around && !folds.open.has(around.from) ? new Set([...folds.open, around.from]) : folds.open;
  return turns === folds.turns && open === folds.open ? folds : { turns, open };
}

/** The rounds that a step is one of. */
export function roundsAround(rounds: readonly Rounds[], step: number): Rounds | undefined {
  return rounds.find(({ from, to }) => from <= step && step < to);
}

export function without(numbers: ReadonlySet<number>, number: number): ReadonlySet<number> {
  return numbers.has(number) ? new Set([...numbers].filter((other) => other !== number)) : numbers;
}
