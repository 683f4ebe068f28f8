import type { Node } from 'jsonc-parser';
import { appendNode, insertAfterNode } from '../../json/appendNode.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { insertFirst } from '../../json/textEdits.ts';
import type { ParsedQuery } from '../query.ts';

const beforeFilter: ReadonlySet<string> = new Set([
  'name',
  'description',
  'connection',
  'inputs',
  'from_date',
  'to_date',
]);

/** Where clauses stand: those that the service decides, and those that are decided here. */
export type FilterKey = 'filter_by' | 'refine';

/** The filter follows what says where and when to look, as in every example, and what is decided here follows the filter. */
export function insertFilter(
  { text, properties }: ParsedQuery,
  root: Node,
  { key = 'filter_by', filter }: { readonly key?: FilterKey; readonly filter: string },
): readonly TextEdit[] {
  const property = `"${key}": ${filter}`;
  const last = properties.findLast(({ name }) => beforeFilter.has(name) || (key === 'refine' && name === 'filter_by'));
  if (last) return insertAfterNode(text, last.node, property);
  return properties.length > 0 ? insertFirst(text, root, property) : appendNode(text, root, property);
}

/** The value of `filter_by`. */
export function filterOf({ properties }: ParsedQuery): Node | undefined {
  return properties.findLast(({ name }) => name === 'filter_by')?.value;
}
