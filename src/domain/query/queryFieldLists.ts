import type { Node } from 'jsonc-parser';
import { itemsOf } from '../json/jsonProperties.ts';

/** A field that `sort_by` or `project_fields` names. */
export interface NamedField {
  readonly path: string;
  /** Where the name stands, without quotes and direction. */
  readonly offset: number;
  readonly length: number;
  /** `sort_by` only: what follows the colon; undefined when there is none. */
  readonly direction?: string;
  /** Where the whole entry stands: an element of the list with its quotes, or a piece of a string. */
  readonly entry: { readonly offset: number; readonly length: number };
  /** The list's element; undefined when the fields stand together in one string. */
  readonly node: Node | undefined;
}

/** The keys of `sort_by`, as a list or as one string with commas. */
export function collectSortKeys(text: string, node: Node | undefined): readonly NamedField[] {
  if (node?.type === 'string') {
    return pieces(String(node.value), /[^,]+/g).map((piece) => sortKey(text, node, piece, undefined));
  }
  return stringElements(node).map((element) =>
    sortKey(text, element, { start: 0, text: String(element.value) }, element),
  );
}

/** The fields of `project_fields`, as a list or as a JSON list in one string. */
export function collectProjections(text: string, node: Node | undefined): readonly NamedField[] {
  if (node?.type === 'string') {
    return pieces(String(node.value), /[^\s,"'[\]]+/g).map((piece) => named(text, node, piece, undefined));
  }
  return stringElements(node).map((element) =>
    named(text, element, { start: 0, text: String(element.value) }, element),
  );
}

interface Piece {
  readonly start: number;
  readonly text: string;
}

function pieces(value: string, pattern: RegExp): Piece[] {
  return [...value.matchAll(pattern)].map((found) => ({ start: found.index, text: found[0] }));
}

function stringElements(node: Node | undefined): readonly Node[] {
  return itemsOf(node).filter((child) => child.type === 'string');
}

function sortKey(text: string, node: Node, piece: Piece, element: Node | undefined): NamedField {
  // A colon within an input is none of the key.
  const found = /^(\s*)((?:\$\{[^}]*\}|[^$]|\$(?!\{))*?)(?::((?:\$\{[^}]*\}|[^:])*))?$/s.exec(piece.text);
  const indent = found?.[1]?.length ?? 0;
  const path = (found?.[2] ?? '').trimEnd();
  const direction = found?.[3]?.trim();
  return {
    ...named(text, node, { start: piece.start + indent, text: path }, element),
    ...(element ? {} : { entry: span(text, node, piece) }),
    ...(direction === undefined ? {} : { direction }),
  };
}

function named(text: string, node: Node, piece: Piece, element: Node | undefined): NamedField {
  const place = span(text, node, piece);
  return {
    path: piece.text,
    ...place,
    entry: element ? { offset: element.offset, length: element.length } : place,
    node: element,
  };
}

function span(text: string, node: Node, piece: Piece): { offset: number; length: number } {
  const offset = offsetInText(text, node, piece.start);
  return { offset, length: offsetInText(text, node, piece.start + piece.text.length) - offset };
}

/** Where the character at `index` of a string's value stands in the text: an escape is longer than what it stands for. */
export function offsetInText(text: string, node: Node, index: number): number {
  let at = node.offset + 1;
  for (let seen = 0; seen < index; seen++) {
    if (text[at] !== '\\') at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return Math.min(at, node.offset + node.length);
}
