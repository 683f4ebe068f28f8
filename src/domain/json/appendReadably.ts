import type { Node } from 'jsonc-parser';
import { appendNode } from './appendNode.ts';
import { childrenOf, propertiesOf } from './jsonProperties.ts';
import type { TextEdit } from './textEdits.ts';
import { sorted } from './textEdits.ts';

const longestLine = 100;

/**
 * Puts a piece behind the last element of a list, or the last property of an object. One that stands on one line is opened up, its
 * elements each on a line of their own, when that line would become too long to read.
 */
export function appendReadably(text: string, container: Node, piece: string): readonly TextEdit[] {
  const line = lineAround(text, container.offset);
  const isLong = line.length + piece.length + ', '.length > longestLine;
  return (isLong ? openedUp(text, container, piece) : undefined) ?? appendNode(text, container, piece);
}

/** Undefined where the text is formed in another way: spread over lines, with comments, or all of the query on one line. */
function openedUp(text: string, container: Node, piece: string): readonly TextEdit[] | undefined {
  const unit = indentationUnit(text, container);
  const own = indentation(text, container);
  if (own !== undefined) return onLines(text, container, { indent: own, unit, piece });
  const outer = container.parent?.parent;
  const outerIndent = outer && indentation(text, outer);
  if (!outer || outerIndent === undefined) return undefined;
  const around = onLines(text, outer, { indent: outerIndent, unit });
  const inner = onLines(text, container, { indent: outerIndent + unit, unit, piece });
  return around && inner && sorted([...around, ...inner]);
}

interface Form {
  readonly indent: string;
  readonly unit: string;
  readonly piece?: string;
}

function onLines(text: string, container: Node, { indent, unit, piece }: Form): readonly TextEdit[] | undefined {
  const children = childrenOf(container);
  const starts = [...children.map(({ offset }) => offset), container.offset + container.length - 1];
  const ends = [container.offset + 1, ...children.map(({ offset, length }) => offset + length)];
  const gaps = ends.map((offset, at) => ({ offset, length: (starts[at] ?? offset) - offset }));
  const texts = gaps.map(({ offset, length }) => text.slice(offset, offset + length));
  if (children.length === 0 || texts.some((gap) => !/^[ \t]*,?[ \t]*$/.test(gap))) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const next = `${end}${indent}${unit}`;
  return gaps.map((gap, at) => {
    const comma = texts[at]?.includes(',') ? ',' : '';
    if (at < children.length) return { ...gap, text: `${comma}${next}` };
    return { ...gap, text: `${piece === undefined ? '' : `,${next}${piece}`}${comma}${end}${indent}` };
  });
}

/** How far the line is indented that a property's value begins on; undefined when something stands before the property. */
function indentation(text: string, value: Node): string | undefined {
  if (value.parent?.type !== 'property') return undefined;
  const { offset } = value.parent;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]+$/.test(before) ? before : undefined;
}

/** By how much the query's own properties are indented. */
function indentationUnit(text: string, node: Node): string {
  let root = node;
  while (root.parent) root = root.parent;
  const found = propertiesOf(root)
    .map(({ value }) => value && indentation(text, value))
    .find((indent) => indent !== undefined);
  return found ?? '  ';
}

function lineAround(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset) + 1;
  return /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? '';
}
