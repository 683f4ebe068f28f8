import type { Step } from '../src/domain/steps.ts';
import { stepName } from './format.ts';

/** What the comparison calls the node of a step. The one place to change when nodes have names. */
export function comparedNodeLabel(step: Step): string {
  return stepName(step.type);
}
