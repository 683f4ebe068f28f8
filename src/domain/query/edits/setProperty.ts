import { appendNode } from '../../json/appendNode.ts';
import { appendReadably } from '../../json/appendReadably.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, replaceNode } from '../../json/textEdits.ts';
import { parseQuery } from '../query.ts';

/** Gives a query's own property a value, in the place where it stands or behind all others; undefined where the text cannot be edited safely. */
export function setProperty(text: string, name: string, value: unknown): readonly TextEdit[] | undefined {
  const { root, syntaxProblems, properties } = parseQuery(text);
  if (root?.type !== 'object' || syntaxProblems.length > 0) return undefined;
  const written = writtenValue(value);
  const node = properties.findLast((property) => property.name === name)?.value;
  const property = `${JSON.stringify(name)}: ${written}`;
  const append = properties.length > 0 ? appendReadably : appendNode;
  const edits = node ? [replaceNode(node, written)] : append(text, root, property);
  return parseQuery(applyEdits(text, edits)).syntaxProblems.length > 0 ? undefined : edits;
}

/** A list stands on one line, as in every example. */
function writtenValue(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(value);
}
