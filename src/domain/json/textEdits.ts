import type { Node } from 'jsonc-parser';
import { createScanner } from 'jsonc-parser';
import { childrenOf } from './jsonProperties.ts';

/** Replaces `length` characters at `offset`. The edits of a list are sorted, do not overlap, and mean the text before all of them. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** The edits in the text's order. */
export function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.offset - b.offset);
}

/** The text after sorted edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}

export function replaceNode({ offset, length }: { offset: number; length: number }, text: string): TextEdit {
  return { offset, length, text };
}

/** The one edit that makes a text of another: all between what they begin and end with alike. */
export function differenceOf(before: string, after: string): TextEdit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { offset: start, length: before.length - end - start, text: after.slice(start, after.length - end) };
}

const comma = 5;
const ignorable: ReadonlySet<number> = new Set([12, 13, 14, 15]);

/** Where the comma after `offset` stands, if that is what comes next but space and comments. */
export function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text);
  scanner.setPosition(offset);
  let token: number = scanner.scan();
  while (ignorable.has(token)) token = scanner.scan();
  return token === comma ? scanner.getTokenOffset() : undefined;
}

/** Takes several elements or properties out of their list. */
export function removeNodes(text: string, nodes: readonly Node[]): readonly TextEdit[] {
  const gone = new Set(nodes);
  return nodes.flatMap((node) => removeNode(text, node, gone));
}

/**
 * Takes an element or a property out of its list, with one comma and with the line when nothing else stands on it. Those that are
 * `gone` too take their own commas.
 */
export function removeNode(text: string, node: Node | undefined, gone?: ReadonlySet<Node>): readonly TextEdit[] {
  const siblings = node?.parent?.children;
  if (!node || !siblings || node.parent?.type === 'property') return [];
  const index = siblings.indexOf(node);
  const before = siblings.slice(0, index).findLast((sibling) => !gone?.has(sibling));
  const end = node.offset + node.length;
  const after = commaAfter(text, end);
  const edits: TextEdit[] = [];
  const own = { offset: node.offset, length: node.length, text: '' };
  if (after !== undefined) {
    edits.push(after === end ? { ...own, length: own.length + 1 } : own);
    if (after !== end) edits.push({ offset: after, length: 1, text: '' });
  } else {
    const previous = before ? commaAfter(text, before.offset + before.length) : undefined;
    if (previous !== undefined) edits.push({ offset: previous, length: 1, text: '' });
    edits.push(own);
  }
  return widen(text, edits, node.offset);
}

/** Takes the empty line, or the space, that is left. */
function widen(text: string, edits: readonly TextEdit[], offset: number): readonly TextEdit[] {
  return edits.map((edit) => {
    if (edit.offset !== offset) return edit;
    const lineStart = text.lastIndexOf('\n', edit.offset - 1);
    const end = edit.offset + edit.length;
    const tail = /^[ \t]*(?=\r?\n)/.exec(text.slice(end, end + 200));
    const alone = lineStart >= 0 && text.slice(lineStart + 1, edit.offset).trim() === '';
    if (alone && tail) {
      const start = text[lineStart - 1] === '\r' ? lineStart - 1 : lineStart;
      return { offset: start, length: end + tail[0].length - start, text: '' };
    }
    const space = /^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
    return tail ? edit : { ...edit, length: edit.length + space };
  });
}

/** Puts an element in front of a list's others, or a property in front of an object's, indented as they are. */
export function insertFirst(text: string, container: Node, piece: string): readonly TextEdit[] {
  const [first] = childrenOf(container);
  const open = container.offset + 1;
  if (!first) return [{ offset: open, length: 0, text: piece }];
  const lead = /\r?\n[ \t]*$/.exec(text.slice(0, first.offset));
  return [{ offset: first.offset, length: 0, text: `${piece},${lead ? lead[0] : ' '}` }];
}
