import { applyEdits } from '../json/textEdits.ts';
import { nameNode } from './nameNode.ts';
import { readNodeNames } from './nodeNames.ts';

/** A node file's text with names for nodes that have none in it; what it says of others stays. Undefined when it cannot be edited so. */
export function nameNodes(
  text: string,
  names: readonly { readonly id: string; readonly name: string }[],
): string | undefined {
  const known = readNodeNames(text);
  let named = text;
  for (const { id, name } of names) {
    if (known.has(id)) continue;
    const edits = nameNode(named, id, name);
    if (!edits) return undefined;
    named = applyEdits(named, edits);
  }
  return named;
}
