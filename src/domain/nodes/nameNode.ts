import type { Node, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { LineLayout } from '../json/appendProperty.ts';
import { appendProperty, eolOf } from '../json/appendProperty.ts';
import { propertiesOf } from '../json/jsonProperties.ts';
import type { TextEdit } from '../json/textEdits.ts';
import { applyEdits, insertFirst, removeNodes, replaceNode, sorted } from '../json/textEdits.ts';
import { nodesIn, parseNodeFile, readNodeNames } from './nodeNames.ts';

/**
 * The edits of a node file's text that give a node a name, or with `undefined` take away all that is said of it. Comments and formatting
 * stay. Undefined when the text cannot be edited so: it is no node file, or broken where it matters.
 */
export function nameNode(text: string, id: string, name: string | undefined): readonly TextEdit[] | undefined {
  const edits = editsFor(text, id, name?.trim() || undefined);
  return edits && proves(text, edits, { id, name: name?.trim() || undefined }) ? edits : undefined;
}

function editsFor(text: string, id: string, name: string | undefined): readonly TextEdit[] | undefined {
  const root = parseNodeFile(text);
  const nodes = nodesIn(root);
  const entries = propertiesOf(nodes).filter((entry) => entry.name === id);
  if (name === undefined) {
    return sorted(
      removeNodes(
        text,
        entries.map(({ node }) => node),
      ),
    );
  }
  if (!root) return newFile(text, id, name);
  if (root.type !== 'object' || (nodes && nodes.type !== 'object')) return undefined;
  const entry = entries.at(-1);
  if (entry) return entry.value && rename(text, entry.value, name);
  if (nodes) return appendProperty(text, nodes, () => entryText(id, name));
  return appendProperty(text, root, (layout) => nodesText(id, name, layout));
}

function rename(text: string, value: Node, name: string): readonly TextEdit[] {
  const written = JSON.stringify(name);
  if (value.type !== 'object') return [replaceNode(value, written)];
  const before = propertiesOf(value).findLast((property) => property.name === 'name')?.value;
  return before ? [replaceNode(before, written)] : insertFirst(text, value, `"name": ${written}`);
}

/** A text without a value may hold comments: they stay in front. */
function newFile(text: string, id: string, name: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const offset = text.trimEnd().length;
  const layout = { eol, indent: '  ', unit: '  ' };
  const file = `${offset === 0 ? '' : eol}{${eol}  ${nodesText(id, name, layout)}${eol}}${eol}`;
  return [{ offset, length: text.length - offset, text: file }];
}

function nodesText(id: string, name: string, layout: LineLayout | undefined): string {
  const entry = entryText(id, name);
  if (!layout) return `"nodes": { ${entry} }`;
  const { eol, indent, unit } = layout;
  return `"nodes": {${eol}${indent}${unit}${entry}${eol}${indent}}`;
}

function entryText(id: string, name: string): string {
  return `${JSON.stringify(id)}: ${JSON.stringify(name)}`;
}

/** Whether the text then says exactly that beside what it said before, and is no more broken. */
function proves(
  text: string,
  edits: readonly TextEdit[],
  { id, name }: { id: string; name: string | undefined },
): boolean {
  const after = applyEdits(text, edits);
  const wanted = new Map([...readNodeNames(text)].map(([node, entry]) => [node, entry.name]));
  if (name === undefined) wanted.delete(id);
  else wanted.set(id, name);
  const got = readNodeNames(after);
  if (got.size !== wanted.size || errorsIn(after) > errorsIn(text)) return false;
  return [...wanted].every(([node, expected]) => got.get(node)?.name === expected);
}

function errorsIn(text: string): number {
  // An empty text is the beginning of a file, not a broken one.
  if (text.trim() === '') return 0;
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return errors.length;
}
