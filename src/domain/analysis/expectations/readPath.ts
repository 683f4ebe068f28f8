import type { Step } from '../../session/steps.ts';
import { readSteps } from '../../session/steps.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readList, readObject, readText } from '../reading/readValues.ts';

/** What a session's path breaks of what is expected, and at which step, where one is to blame. Nodes as the expectation names them. */
export interface PathFault {
  readonly step: number | undefined;
  readonly why: PathReason;
}

export type PathReason =
  /** A node ran that never should. */
  | { readonly kind: 'ran'; readonly node: string }
  /** A node did not run, or not after the step. */
  | { readonly kind: 'missed'; readonly node: string }
  /** The path ended elsewhere. */
  | { readonly kind: 'endedElsewhere'; readonly node: string };

/** Whether a step is of the node that an expectation names, by its id or by what people call it. */
export type IsNode = (step: Step, node: string) => boolean;

/** How the path of a session has to be; undefined where it is so. */
export type CheckPath = (session: unknown, isNode: IsNode) => PathFault | undefined;

const keys = ['in_order', 'never', 'ends_at'];

/** `{ "in_order": [nodes], "never": [nodes], "ends_at": node }`: those that are given must all hold. Others may run between those in order. */
export function readPath(written: unknown, reading: Reading): CheckPath | undefined {
  const body = readObject(written, keys, reading);
  if (!body) return undefined;
  if (keys.every((key) => body[key] === undefined)) return reading.wrong('missingKey', { expected: keys });
  const nodes = (key: string): readonly string[] =>
    (body[key] === undefined ? [] : (readList(body[key], reading.at(key)) ?? [])).flatMap(
      (one, index) => readText(one, reading.at(key, index)) ?? [],
    );
  const [inOrder, never] = [nodes('in_order'), nodes('never')];
  const endsAt = body.ends_at === undefined ? undefined : readText(body.ends_at, reading.at('ends_at'));
  return (session, isNode) => {
    // The end of a call repeats the node before it: that did not run again.
    const steps = readSteps(session).filter(({ repeats }) => !repeats);
    for (const step of steps) {
      const node = never.find((one) => isNode(step, one));
      if (node !== undefined) return { step: step.index, why: { kind: 'ran', node } };
    }
    const last = steps.filter(({ nodeId }) => nodeId !== undefined).at(-1);
    if (endsAt !== undefined && !(last && isNode(last, endsAt))) {
      return { step: last?.index, why: { kind: 'endedElsewhere', node: endsAt } };
    }
    return comesInOrder(steps, inOrder, isNode);
  };
}

function comesInOrder(steps: readonly Step[], nodes: readonly string[], isNode: IsNode): PathFault | undefined {
  let at = 0;
  let reached: number | undefined;
  for (const node of nodes) {
    const found = steps.findIndex((step, index) => index >= at && isNode(step, node));
    if (found < 0) return { step: reached, why: { kind: 'missed', node } };
    reached = steps[found]?.index;
    at = found + 1;
  }
  return undefined;
}
