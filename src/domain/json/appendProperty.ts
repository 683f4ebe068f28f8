import type { Node } from 'jsonc-parser';
import { createScanner } from 'jsonc-parser';
import type { TextEdit } from './textEdits.ts';
import { commaAfter } from './textEdits.ts';

/** How the lines of an object are written; undefined where everything stands on one line. */
export interface LineLayout {
  readonly eol: string;
  /** In front of the object's properties. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
}

/** Puts a property behind an object's others, written as they are. Comments, and a comma at the end, stay as they stand. */
export function appendProperty(
  text: string,
  object: Node,
  write: (layout: LineLayout | undefined) => string,
): readonly TextEdit[] {
  const last = object.children?.at(-1);
  const style = { eol: eolOf(text), unit: unitOf(text, object) };
  if (!last) return fillEmpty(text, object, { ...style, indent: lineLead(text, object.offset) + style.unit }, write);
  const end = last.offset + last.length;
  const comma = commaAfter(text, end);
  const behind = comma === undefined ? end : comma + 1;
  const lead = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, last.offset));
  const at = lead ? endOfComments(text, behind) : behind;
  const property = lead
    ? `${style.eol}${lead[1] ?? ''}${write({ ...style, indent: lead[1] ?? '' })}`
    : ` ${write(undefined)}`;
  if (comma !== undefined) return [{ offset: at, length: 0, text: `${property},` }];
  if (at === end) return [{ offset: end, length: 0, text: `,${property}` }];
  return [
    { offset: end, length: 0, text: ',' },
    { offset: at, length: 0, text: property },
  ];
}

export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** An object without properties gets lines of its own for the first one, behind the comments that it may hold. */
function fillEmpty(
  text: string,
  object: Node,
  layout: LineLayout,
  write: (layout: LineLayout) => string,
): readonly TextEdit[] {
  const { eol, indent, unit } = layout;
  const open = object.offset + 1;
  const inner = text.slice(open, object.offset + object.length - 1);
  const offset = open + inner.trimEnd().length;
  const property = `${eol}${indent}${write(layout)}${eol}${indent.slice(unit.length)}`;
  return [{ offset, length: open + inner.length - offset, text: property }];
}

/** Behind the comments that stand on the same line. */
function endOfComments(text: string, from: number): number {
  const scanner = createScanner(text);
  scanner.setPosition(from);
  let end = from;
  for (let token: number = scanner.scan(); token === 12 || token === 13 || token === 15; token = scanner.scan()) {
    if (token !== 15) end = scanner.getTokenOffset() + scanner.getTokenLength();
  }
  return end;
}

function lineLead(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? '';
}

/** One step of indentation: that of the outermost properties, where they have lines of their own. */
function unitOf(text: string, object: Node): string {
  let root = object;
  while (root.parent) root = root.parent;
  const first = root.children?.[0];
  const lead = first && /\n([ \t]+)$/.exec(text.slice(0, first.offset))?.[1];
  return lead ?? '  ';
}
