import type { NodeName } from '../../../src/domain/nodes/nodeNames.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { stepName } from './stepLabel.ts';

interface Named {
  /** What people call a node; undefined where nobody named it. */
  readonly nodeName: (nodeId: string | undefined) => NodeName | undefined;
}

/** What a step's node is called; undefined where nobody named it. An end call repeats the id of another node: its name is not its own. */
export function nameOfStep({ nodeName }: Named, { nodeId, repeats }: Step): string | undefined {
  return repeats ? undefined : nodeName(nodeId)?.name;
}

/** A step in words: its node's name, or its type. */
export function stepTitle(model: Named, step: Step | undefined): string {
  return (step && nameOfStep(model, step)) ?? stepName(step?.type);
}

/** A step as people tell it from others: its node's name, or its type with the end of its node's id. */
export function nodeLabel(model: Named, step: Step): string {
  const type = [stepName(step.type), step.repeats ? '' : shortNodeId(step.nodeId)];
  return nameOfStep(model, step) ?? type.filter(Boolean).join(' ');
}

/** Ids of nodes begin alike, with the time at which they were made: their ends tell them apart. */
export function shortNodeId(nodeId: string | undefined): string {
  const characters = [...(nodeId ?? '')];
  return characters.length > 10 ? `…${characters.slice(-8).join('')}` : characters.join('');
}

/** What a node without a name may be called, from its webhook: method and path, without what may be data, for names are committed. */
export function suggestName({ type, verb, url }: Step): string | undefined {
  const path = /^https?:\/\/[^/?#]+\/([^?#]*)/iu.exec(url ?? '')?.[1];
  if (type !== 'webhook' || path === undefined) return undefined;
  const plain = path.split('/').filter((segment) => /^[a-z][a-z_-]{1,30}$/iu.test(segment));
  return plain.length === 0 ? undefined : [verb, plain.slice(-2).join('/')].filter(Boolean).join(' ');
}
