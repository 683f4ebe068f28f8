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
  for (const child of node.children ?? []) {
    const key = child.children?.[0];
    if (key) found.push({ name: String(key.value), node: child, key, value: child.children?.[1] });
  }
  return found;
}
