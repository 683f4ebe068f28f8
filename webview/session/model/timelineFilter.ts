import type { Line } from '../../../src/domain/session/conversation.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { SessionModel } from './model.ts';
import { stepSays } from './search.ts';

/** Which steps a person wants to see: all, the problems, or those of one type. */
export type StepKind = 'all' | 'problems' | { readonly type: string };

export interface TimelineFilter {
  readonly text: string;
  readonly kind: StepKind;
}

export const unfiltered: TimelineFilter = { text: '', kind: 'all' };

/** Whether a filter lets through what is said and what ran; undefined for one that lets everything through. */
export function filterOf(
  model: SessionModel,
  { text, kind }: TimelineFilter,
): ((line: Line | undefined, step: Step | undefined) => boolean) | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && kind === 'all') return undefined;
  return (line, step) => {
    if (kind !== 'all' && (!step || !isOfKind(step, kind))) return false;
    return (
      wanted === '' ||
      (line?.text.toLowerCase().includes(wanted) ?? false) ||
      (step !== undefined && stepSays(model, step, wanted))
    );
  };
}

function isOfKind(step: Step, kind: Exclude<StepKind, 'all'>): boolean {
  return kind === 'problems' ? step.problem !== undefined : (step.type ?? '') === kind.type;
}

/** The kinds that a session has, as a list of choices knows them: types are data, and may be called like one of ours. */
export function kindsIn({ conversation }: SessionModel): readonly string[] {
  const types = new Set(conversation.steps.map(({ type = '' }) => type));
  return ['all', 'problems', ...[...types].sort().map((type) => nameOfKind({ type }))];
}

export function nameOfKind(kind: StepKind): string {
  return typeof kind === 'string' ? kind : `type:${kind.type}`;
}

export function kindOfName(name: string): StepKind {
  return name === 'problems' ? name : name.startsWith('type:') ? { type: name.slice('type:'.length) } : 'all';
}
