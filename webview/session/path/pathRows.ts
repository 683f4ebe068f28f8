import type { Turn } from '../../../src/domain/session/conversation.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { SessionModel } from '../model/model.ts';
import { stepSays } from '../model/search.ts';

/** A row of the flow path: the head of a turn, or a step. */
export type PathRow =
  | { readonly type: 'turn'; readonly turn: Turn }
  /** `position`: which of the shown steps it is, from 1. */
  | { readonly type: 'step'; readonly step: Step; readonly position: number };

/** Which steps a person wants to see: all, the problems, or those of one type. */
export type PathKind = 'all' | 'problems' | { readonly type: string };

export interface PathFilter {
  readonly text: string;
  readonly kind: PathKind;
}

export const wholePath: PathFilter = { text: '', kind: 'all' };

export interface PathRows {
  readonly all: readonly PathRow[];
  /** How many of them are steps. */
  readonly steps: number;
  /** Step index to row. */
  readonly ofStep: ReadonlyMap<number, number>;
}

/** The steps that a filter lets through, by turn. */
export function pathRows(model: SessionModel, filter: PathFilter): PathRows {
  const wanted = filter.text.trim().toLowerCase();
  const all: PathRow[] = [];
  const ofStep = new Map<number, number>();
  for (const turn of model.conversation.turns) {
    const steps = turn.steps.filter(
      (step) => isOfKind(step, filter.kind) && (wanted === '' || stepSays(model, step, wanted)),
    );
    if (steps.length === 0) continue;
    all.push({ type: 'turn', turn });
    for (const step of steps) {
      ofStep.set(step.index, all.length);
      all.push({ type: 'step', step, position: ofStep.size });
    }
  }
  return { all, steps: ofStep.size, ofStep };
}

function isOfKind(step: Step, kind: PathKind): boolean {
  if (kind === 'all') return true;
  return kind === 'problems' ? step.problem !== undefined : (step.type ?? '') === kind.type;
}
