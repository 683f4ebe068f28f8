import type { NodeName } from '../../domain/nodes/nodeNames.ts';
import { shownNodeName } from '../../domain/nodes/shownNodeName.ts';
import type { SeenValue } from './seenValues.ts';

/** The fields that hold a node's id. */
export function isNodeField(fieldPath: string): boolean {
  return fieldPath === 'flow_path.node_id';
}

/** Node ids by what people call them: those seen in sessions, then all others that have a name. */
export function namedNodes(seen: readonly SeenValue[], names: ReadonlyMap<string, NodeName>): readonly SeenValue[] {
  const known = new Set(seen.map(({ value }) => value));
  const others = [...names].filter(([id]) => !known.has(id));
  return [
    ...seen.map((node) => ({ ...node, ...labelOf(names.get(node.value)) })),
    ...others.map(([value, name]) => ({ value, ...labelOf(name) })),
  ];
}

function labelOf(name: NodeName | undefined): Pick<SeenValue, 'label'> {
  return name ? { label: shownNodeName(name).name } : {};
}
