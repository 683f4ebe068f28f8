import type { Node } from 'jsonc-parser';
import type { TextEdit } from './textEdits.ts';
import { commaAfter } from './textEdits.ts';

/** Puts a piece behind the last element of a list, or behind the last property of an object, indented as that one is. */
export function appendNode(text: string, container: Node, piece: string): readonly TextEdit[] {
  const last = container.children?.at(-1);
  if (last) return insertAfterNode(text, last, piece);
  const open = container.offset + 1;
  const length = container.length - 2;
  const inside = text.slice(open, open + length);
  const space = container.type === 'object' ? ' ' : '';
  // A comment that stands there is kept, behind the piece.
  if (inside.trim() !== '') return [{ offset: open, length: 0, text: `${space}${piece}${space}` }];
  return [{ offset: open, length, text: `${space}${piece}${space}` }];
}

/** Puts a piece behind an element or a property, and behind the comment that follows it on its line. */
export function insertAfterNode(text: string, node: Node, piece: string): readonly TextEdit[] {
  const end = node.offset + node.length;
  const comma = commaAfter(text, end);
  const lead = /\r?\n[ \t]*$/.exec(text.slice(0, node.offset))?.[0];
  const after = comma === undefined ? end : comma + 1;
  const at = lead === undefined ? after : (endOfLine(text, after) ?? after);
  const inserted = `${lead ?? ' '}${piece}${comma === undefined ? '' : ','}`;
  if (comma !== undefined) return [{ offset: at, length: 0, text: inserted }];
  if (at === end) return [{ offset: at, length: 0, text: `,${inserted}` }];
  return [
    { offset: end, length: 0, text: ',' },
    { offset: at, length: 0, text: inserted },
  ];
}

/** Where the comments end that follow on the line; undefined when something else follows there. */
function endOfLine(text: string, from: number): number | undefined {
  const found = /(?:[ \t]*(?:\/\*(?:(?!\*\/)[^\r\n])*\*\/|\/\/[^\r\n]*))*(?=[ \t]*(?:\r?\n|$))/y;
  found.lastIndex = from;
  const comments = found.exec(text);
  return comments ? from + comments[0].length : undefined;
}
