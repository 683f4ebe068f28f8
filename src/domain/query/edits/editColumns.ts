import type { Node } from 'jsonc-parser';
import { appendReadably } from '../../json/appendReadably.ts';
import { itemsOf } from '../../json/jsonProperties.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, removeNode, replaceNode, sorted } from '../../json/textEdits.ts';
import { parseQuery } from '../query.ts';
import { readProjection } from '../request.ts';
import { setProperty } from './setProperty.ts';

/** What is done with the columns of a query, which are its `project_fields`. */
export type ColumnChange =
  | { readonly type: 'add'; readonly path: string }
  | { readonly type: 'remove'; readonly path: string }
  /** `to`: where it is to stand among the others, from 0. */
  | { readonly type: 'move'; readonly path: string; readonly to: number };

/**
 * Edits of a query's text that change its columns and keep its comments and its form; a query that names none gets those that it is shown
 * with. Undefined where nothing has to change, or the text cannot be edited safely.
 */
export function editColumns(
  text: string,
  change: ColumnChange,
  shown: readonly string[],
): readonly TextEdit[] | undefined {
  const wanted = changed(shown, change);
  if (wanted.length === 0 || wanted.join('\n') === shown.join('\n')) return undefined;
  const { properties, syntaxProblems } = parseQuery(text);
  if (syntaxProblems.length > 0) return undefined;
  const list = properties.findLast(({ name }) => name === 'project_fields')?.value;
  const edits = list && editList(text, list, { change, shown, wanted });
  const proven = edits && says(applyEdits(text, edits), wanted) ? edits : setProperty(text, 'project_fields', wanted);
  return proven && says(applyEdits(text, proven), wanted) ? proven : undefined;
}

function changed(shown: readonly string[], change: ColumnChange): readonly string[] {
  const others = shown.filter((path) => path !== change.path);
  if (change.type === 'remove') return others;
  if (change.type === 'add') return shown.includes(change.path) ? shown : [...shown, change.path];
  const to = Math.max(0, Math.min(others.length, change.to));
  return [...others.slice(0, to), change.path, ...others.slice(to)];
}

/** Undefined for a list that is written in another way than as one of texts, each once. */
function editList(
  text: string,
  list: Node,
  { change, shown, wanted }: { change: ColumnChange; shown: readonly string[]; wanted: readonly string[] },
): readonly TextEdit[] | undefined {
  const nodes = itemsOf(list);
  if (nodes.length !== shown.length || nodes.some((node, at) => node.value !== shown[at])) return undefined;
  switch (change.type) {
    case 'add':
      return appendReadably(text, list, JSON.stringify(change.path));
    case 'remove':
      return sorted([...removeNode(text, nodes[shown.indexOf(change.path)])]);
    case 'move':
      // Comments stay where they are: the names move from place to place.
      return nodes.flatMap((node, at) =>
        node.value === wanted[at] ? [] : [replaceNode(node, JSON.stringify(wanted[at]))],
      );
  }
}

function says(text: string, columns: readonly string[]): boolean {
  const { syntaxProblems, value } = parseQuery(text);
  return syntaxProblems.length === 0 && readProjection(value.project_fields).join('\n') === columns.join('\n');
}
