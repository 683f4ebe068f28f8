import type { Conversation, Line } from '../conversation.ts';
import type { BrokenOff } from '../failures/findings.ts';
import type { Rounds } from '../path/rounds.ts';
import type { Step } from '../steps.ts';

/** What a timeline shows. `talk`: what was said, and what failed; `steps`: what ran, a row for each step; `everything`: both as one. */
export const densities = ['talk', 'steps', 'everything'] as const;
export type Density = (typeof densities)[number];

/** A row of the timeline. */
export type TimelineRow =
  /** The head of a turn, by its index; folded it stands for all of the turn. */
  | { readonly type: 'turn'; readonly turn: number; readonly folded: boolean }
  /** The head of rounds that repeat; folded it stands for all of them. */
  | { readonly type: 'rounds'; readonly rounds: Rounds; readonly folded: boolean }
  /** `step`: what said or heard it, at the last of its lines. */
  | { readonly type: 'line'; readonly line: Line; readonly step?: Step }
  | { readonly type: 'step'; readonly step: Step }
  /** The mark of where the session broke off: the last row. */
  | { readonly type: 'end'; readonly how: BrokenOff };

export interface TimelineChoice {
  readonly density: Density;
  /** Indexes of the turns that are folded. */
  readonly folded?: ReadonlySet<number>;
  /** What repeats, in order, and the first steps of those that are not folded. */
  readonly rounds?: readonly Rounds[];
  readonly unfolded?: ReadonlySet<number>;
  /** How the session broke off, where it did. */
  readonly brokenOff?: BrokenOff | undefined;
  /** What is let through of what is said and of what ran. Heads stay where something is left below them, nothing is folded, and nothing breaks off. */
  readonly filter?: (line: Line | undefined, step: Step | undefined) => boolean;
}

/**
 * What was said and what ran as one list, in the order in which it happened. A line stands where the step stands that said or heard it,
 * and is its row; a line that no step is known for keeps its place among the lines.
 */
export function timelineRows(conversation: Conversation, choice: TimelineChoice): readonly TimelineRow[] {
  const rows = new RowsBelowHeads(conversation, choice);
  const { density, filter, brokenOff } = choice;
  const { steps } = conversation;
  const lines = density === 'steps' ? [] : conversation.lines;
  let next = 0;

  const addStep = (step: Step): void => {
    if (density === 'talk' && step.problem === undefined) return;
    if (!filter || filter(undefined, step)) rows.add(step.index, { type: 'step', step });
  };
  for (const [index, line] of lines.entries()) {
    for (; next < (line.step ?? next); next += 1) if (steps[next]) addStep(steps[next] as Step);
    // A step that says several lines stands with the last of them.
    const own = line.step === next && lines[index + 1]?.step !== next ? steps[next] : undefined;
    const said = steps[line.step ?? -1];
    if (!filter || filter(line, said)) {
      const at = line.step ?? (next < steps.length ? next : undefined);
      rows.add(at, own ? { type: 'line', line, step: own } : { type: 'line', line }, line.step !== undefined);
    }
    if (own) next += 1;
  }
  for (const step of steps.slice(next)) addStep(step);
  if (brokenOff && !filter) rows.all.push({ type: 'end', how: brokenOff });
  return rows.all;
}

/** Rows, with the heads above them, and without what is folded. */
class RowsBelowHeads {
  readonly all: TimelineRow[] = [];
  readonly #turnOf: readonly number[];
  readonly #choice: TimelineChoice;
  readonly #rounds: readonly Rounds[];
  #turn = -1;
  #round = 0;
  /** The first step of the rounds whose head is there. */
  #headed = -1;

  constructor({ turns }: Conversation, choice: TimelineChoice) {
    this.#turnOf = turns.flatMap(({ steps }, turn) => steps.map(() => turn));
    this.#choice = choice;
    this.#rounds = choice.filter ? [] : (choice.rounds ?? []);
  }

  /** `step`: the step that the row stands at. `enters`: whether it belongs to that step's turn, as a line without a step may not. */
  add(step: number | undefined, row: TimelineRow, enters = true): void {
    const rounds = step === undefined ? undefined : this.#roundsAt(step);
    const inOneTurn = rounds !== undefined && this.#turnOf[rounds.from] === this.#turnOf[rounds.to - 1];
    if (inOneTurn) {
      this.#enter(rounds.from);
      if (this.#isFolded(this.#turn)) return;
    }
    const folded = rounds !== undefined && !this.#choice.unfolded?.has(rounds.from);
    if (rounds && this.#headed !== rounds.from) {
      this.#headed = rounds.from;
      this.all.push({ type: 'rounds', rounds, folded });
    }
    if (folded) {
      // What comes after them begins with the head of its turn.
      if (!inOneTurn) this.#turn = -1;
      return;
    }
    if (step !== undefined && enters) this.#enter(step);
    if (!this.#isFolded(this.#turn)) this.all.push(row);
  }

  #roundsAt(step: number): Rounds | undefined {
    let rounds = this.#rounds[this.#round];
    while (rounds && rounds.to <= step) {
      this.#round += 1;
      rounds = this.#rounds[this.#round];
    }
    return rounds && rounds.from <= step ? rounds : undefined;
  }

  #enter(step: number): void {
    const turn = this.#turnOf[step] ?? -1;
    if (turn === this.#turn) return;
    this.#turn = turn;
    if (this.#choice.density !== 'talk') this.all.push({ type: 'turn', turn, folded: this.#isFolded(turn) });
  }

  #isFolded(turn: number): boolean {
    const { density, folded, filter } = this.#choice;
    return density !== 'talk' && !filter && (folded?.has(turn) ?? false);
  }
}
