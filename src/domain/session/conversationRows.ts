import type { Conversation, Line, Turn } from './conversation.ts';
import type { ParameterChange } from './parameterHistory.ts';
import type { Step, Tag } from './steps.ts';

/**
 * How much of what ran stands between what was said. `talk`: the steps that failed; `steps`: by turn, every step that neither spoke nor
 * listened, with what changed; `everything`: all steps.
 */
export const densities = ['talk', 'steps', 'everything'] as const;
export type Density = (typeof densities)[number];

/** A row of the conversation. */
export type ConversationRow =
  /** `turn`: index into the turns. */
  | { readonly type: 'turn'; readonly turn: number; readonly folded: boolean }
  | { readonly type: 'line'; readonly line: Line }
  | { readonly type: 'step'; readonly step: Step }
  /** What a step left behind. */
  | {
      readonly type: 'effects';
      readonly step: number;
      readonly changes: readonly ParameterChange[];
      readonly tags: readonly Tag[];
    };

export interface ConversationChoice {
  readonly density: Density;
  /** Indexes of the turns whose steps are folded away. What was said and what failed stays in view. */
  readonly folded: ReadonlySet<number>;
}

/**
 * What was said and what ran as one list, in the order in which it happened. A line stands where the step stands that said or heard it;
 * a line that no step is known for keeps its place among the lines.
 */
export function conversationRows(
  { lines, steps, turns }: Conversation,
  changes: readonly (readonly ParameterChange[])[],
  { density, folded }: ConversationChoice,
): readonly ConversationRow[] {
  const rows: ConversationRow[] = [];
  const turnOf = turnsBySteps(turns);
  let turn = -1;
  let next = 0;

  const enter = (step: number): void => {
    const entered = turnOf[step] ?? -1;
    if (entered === turn) return;
    turn = entered;
    if (density !== 'talk') rows.push({ type: 'turn', turn, folded: folded.has(turn) });
  };
  const addStep = (step: Step, spokenFor: boolean): void => {
    enter(step.index);
    const open = density !== 'talk' && !folded.has(turn);
    const shown = spokenFor ? open && density === 'everything' : open || step.problem !== undefined;
    if (shown) rows.push({ type: 'step', step });
    if (!open) return;
    const tags = step.repeats ? [] : step.tags;
    const changed = changes[step.index] ?? [];
    if (tags.length + changed.length > 0) rows.push({ type: 'effects', step: step.index, changes: changed, tags });
  };

  for (const [index, line] of lines.entries()) {
    if (line.step !== undefined) {
      for (; next < line.step; next += 1) {
        const step = steps[next];
        if (step) addStep(step, false);
      }
      enter(line.step);
    }
    rows.push({ type: 'line', line });
    // A step that says several lines stands below the last of them.
    const step = line.step === next && lines[index + 1]?.step !== next ? steps[next] : undefined;
    if (!step) continue;
    addStep(step, true);
    next += 1;
  }
  for (const step of steps.slice(next)) addStep(step, false);
  return rows;
}

function turnsBySteps(turns: readonly Turn[]): readonly number[] {
  return turns.flatMap(({ steps }, turn) => steps.map(() => turn));
}
