import type { Node } from 'jsonc-parser';

/** `"name": value` in the text. While somebody is typing, there may be no value yet. */
export interface JsonProperty {
  readonly name: string;
  readonly node: Node;
  readonly key: Node;
  readonly value: Node | undefined;
}

/** The properties of an object, in the text's order. */
export function propertiesOf(node: Node | undefined): readonly JsonProperty[] {
  if (node?.type !== 'object') return [];
  const found: JsonProperty[] = [];
  for (const child of childrenOf(node)) {
    const key = child.children?.[0];
    if (key) found.push({ name: String(key.value), node: child, key, value: child.children?.[1] });
  }
  return found;
}

/** What stands directly below a node: elements of a list, properties of an object, the key and the value of a property. */
export function childrenOf(node: Node | undefined): readonly Node[] {
  return node?.children ?? [];
}

/** The elements of a list; of anything else none. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? childrenOf(node) : [];
}

/** The elements of a list; what is none stands for itself. */
export function itemsOrItself(node: Node): readonly Node[] {
  return node.type === 'array' ? childrenOf(node) : [node];
}
