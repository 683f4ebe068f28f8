import { summarise } from '../session.ts';
import { firstProblem } from './firstProblem.ts';

/** Whether a session went wrong: the service says so, or a step of what there is of it failed. */
export function hasFailed(document: unknown): boolean {
  return summarise(document).outcome === 'error' || firstProblem(document) !== undefined;
}
