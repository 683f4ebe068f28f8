import type { Node } from 'jsonc-parser';
import { childrenOf, propertiesOf } from './jsonProperties.ts';
import { recordOf } from './writtenEntries.ts';
import { readNumber } from './writtenNumber.ts';

/** What a node of a text says, as it is written there (see `parseJson`). While somebody is typing, a property may have no value yet. */
export function writtenValue(text: string, node: Node): unknown {
  switch (node.type) {
    case 'number':
      return readNumber(rawText(text, node));
    case 'array':
      return childrenOf(node).map((child) => writtenValue(text, child));
    case 'object':
      return recordOf(
        propertiesOf(node).flatMap(({ name, value }) => (value ? [[name, writtenValue(text, value)] as const] : [])),
      );
    default:
      return node.value;
  }
}

/** A scalar as text: a string as it is meant, everything else as it is written. */
export function scalarText(text: string, node: Node): string {
  return node.type === 'string' ? String(node.value) : rawText(text, node);
}

function rawText(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}
