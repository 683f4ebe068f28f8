import { asList, asRecord } from '../../json/looseValues.ts';
import type { Condition } from '../conditions/condition.ts';
import { sessionReader } from '../reading/sessionReader.ts';

/** The first step that alone makes a condition come out as it does for the whole session; undefined where it does so without any step. */
export function stepToBlame(session: unknown, holds: Condition): number | undefined {
  const { flow_path: path, ...rest } = asRecord(session);
  const holdsOf = (steps: readonly unknown[]): boolean => holds(sessionReader({ ...rest, flow_path: steps }));
  const steps = asList(path);
  const whole = holdsOf(steps);
  if (holdsOf([]) === whole) return undefined;
  const index = steps.findIndex((step) => holdsOf([step]) === whole);
  return index < 0 ? undefined : index;
}
