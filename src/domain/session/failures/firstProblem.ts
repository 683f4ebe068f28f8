import type { Step } from '../steps.ts';
import { readSteps } from '../steps.ts';

/** The step of a session that failed first; undefined where none did, or where there is nothing of its path to tell. */
export function firstProblem(session: unknown): Step | undefined {
  return readSteps(session).find(({ problem }) => problem !== undefined);
}
