import type { Node } from 'jsonc-parser';
import { appendReadably } from '../../json/appendReadably.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, differenceOf, removeNode, removeNodes } from '../../json/textEdits.ts';
import type { MovableCondition } from '../problems/movableConditions.ts';
import type { ParsedQuery } from '../query.ts';
import { parseQuery } from '../query.ts';
import type { FilterKey } from './filterOf.ts';
import { insertFilter } from './filterOf.ts';

/**
 * Moves conditions from `refine` to `filter_by`, or the other way, as one edit; what is left empty where they stood goes. None where that
 * cannot be done safely.
 */
export function moveConditions(
  query: ParsedQuery,
  moved: readonly MovableCondition[],
  to: FilterKey,
): readonly TextEdit[] {
  if (query.syntaxProblems.length > 0 || moved.length === 0) return [];
  const nodes = moved.map(({ node }) => node);
  const from = to === 'refine' ? 'filter_by' : 'refine';
  let text = withoutEmpty(applyEdits(query.text, removeNodes(query.text, nodes)), from);
  for (const condition of moved) text = added(text, condition, to) ?? '';
  return text === '' || parseQuery(text).syntaxProblems.length > 0 ? [] : [differenceOf(query.text, text)];
}

/** Without lists that hold nothing, and without the key where it holds nothing. A comment is not nothing. */
function withoutEmpty(text: string, key: FilterKey): string {
  const propertyOf = (query: ParsedQuery) => query.properties.findLast(({ name }) => name === key);
  const query = parseQuery(text);
  const empty = propertiesOf(propertyOf(query)?.value)
    .filter(({ value }) => isEmpty(text, value))
    .map(({ node }) => node);
  const left = applyEdits(text, removeNodes(text, empty));
  const property = propertyOf(parseQuery(left));
  return property && isEmpty(left, property.value) ? applyEdits(left, removeNode(left, property.node)) : left;
}

function isEmpty(text: string, value: Node | undefined): boolean {
  if (value?.children?.length !== 0) return false;
  return text.slice(value.offset + 1, value.offset + value.length - 1).trim() === '';
}

function added(text: string, { occurrence, clause }: MovableCondition, key: FilterKey): string | undefined {
  const query = parseQuery(text);
  const { root, properties } = query;
  if (root?.type !== 'object') return undefined;
  const holder = properties.findLast(({ name }) => name === key)?.value;
  if (!holder) return applyEdits(text, insertFilter(query, root, { key, filter: `{ "${occurrence}": [${clause}] }` }));
  if (holder.type !== 'object') return undefined;
  const list = propertiesOf(holder).findLast(({ name }) => name === occurrence)?.value;
  if (list && list.type !== 'array') return undefined;
  const edits = list
    ? appendReadably(text, list, clause)
    : appendReadably(text, holder, `"${occurrence}": [${clause}]`);
  return applyEdits(text, edits);
}
