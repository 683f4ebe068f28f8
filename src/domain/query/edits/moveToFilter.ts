import type { Node } from 'jsonc-parser';
import { appendReadably } from '../../json/appendReadably.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import { textDifference } from '../../json/textDifference.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, removeNode, removeNodes } from '../../json/textEdits.ts';
import type { MovableCondition } from '../problems/movableConditions.ts';
import type { ParsedQuery } from '../query.ts';
import { parseQuery } from '../query.ts';
import { filterOf, insertFilter } from './filterOf.ts';

/** Moves conditions from `refine` to `filter_by`, as one edit; what is left empty in `refine` goes. None where that cannot be done safely. */
export function moveToFilter(query: ParsedQuery, moved: readonly MovableCondition[]): readonly TextEdit[] {
  if (query.syntaxProblems.length > 0 || moved.length === 0) return [];
  const nodes = moved.map(({ node }) => node);
  let text = withoutEmpty(applyEdits(query.text, removeNodes(query.text, nodes)));
  for (const condition of moved) text = added(text, condition) ?? '';
  return text === '' || parseQuery(text).syntaxProblems.length > 0 ? [] : [textDifference(query.text, text)];
}

/** Without lists of `refine` that hold nothing, and without `refine` where it holds nothing. A comment is not nothing. */
function withoutEmpty(text: string): string {
  const refineOf = (query: ParsedQuery) => query.properties.findLast(({ name }) => name === 'refine');
  const query = parseQuery(text);
  const empty = propertiesOf(refineOf(query)?.value)
    .filter(({ value }) => isEmpty(text, value))
    .map(({ node }) => node);
  const left = applyEdits(text, removeNodes(text, empty));
  const refine = refineOf(parseQuery(left));
  return refine && isEmpty(left, refine.value) ? applyEdits(left, removeNode(left, refine.node)) : left;
}

function isEmpty(text: string, value: Node | undefined): boolean {
  if (value?.children?.length !== 0) return false;
  return text.slice(value.offset + 1, value.offset + value.length - 1).trim() === '';
}

function added(text: string, { occurrence, clause }: MovableCondition): string | undefined {
  const query = parseQuery(text);
  const { root } = query;
  if (root?.type !== 'object') return undefined;
  const filter = filterOf(query);
  if (!filter) return applyEdits(text, insertFilter(query, root, `{ "${occurrence}": [${clause}] }`));
  if (filter.type !== 'object') return undefined;
  const list = propertiesOf(filter).findLast(({ name }) => name === occurrence)?.value;
  if (list && list.type !== 'array') return undefined;
  const edits = list
    ? appendReadably(text, list, clause)
    : appendReadably(text, filter, `"${occurrence}": [${clause}]`);
  return applyEdits(text, edits);
}
