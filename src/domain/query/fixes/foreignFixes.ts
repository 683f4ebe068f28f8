import type { JsonProperty } from '../../json/jsonProperties.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import { writtenValue } from '../../json/nodeValue.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { replaceNode } from '../../json/textEdits.ts';
import { writeReadably } from '../../json/writeJson.ts';
import { filterOf } from '../edits/filterOf.ts';
import { moveConditions } from '../edits/moveConditions.ts';
import { clauseForService } from '../pasted/searchBody.ts';
import type { ParsedQuery, Span } from '../query.ts';
import type { QueryClause } from '../queryClauses.ts';

/** The clause in words that the service knows. */
export function rewriteClause(query: ParsedQuery, place: Span): readonly TextEdit[] {
  const clause = clauseAt(query, place);
  const said = clause && clauseForService(writtenValue(query.text, clause.node));
  if (!clause || !said || isCommented(query, clause)) return [];
  return [replaceNode(clause.node, writeReadably(said).replaceAll(/\s*\n\s*/gu, ' '))];
}

/** The clause in `refine`, where it means the same: not out of a `should`, nor out of a filter within the filter. */
export function moveToRefine(query: ParsedQuery, place: Span): readonly TextEdit[] {
  const clause = clauseAt(query, place);
  if (!clause || clause.occurrence === 'should' || clause.filter !== filterOf(query)) return [];
  const { node, occurrence } = clause;
  const text = query.text.slice(node.offset, node.offset + node.length);
  return moveConditions(query, [{ node, occurrence, clause: text }], 'refine');
}

/** A clause that stands beside the lists gets one of its own; a `bool` around all of them goes. */
export function settleClause(query: ParsedQuery, place: Span, container: string): readonly TextEdit[] {
  const holder = query.properties.findLast(({ name }) => name === container)?.value;
  const all = propertiesOf(holder);
  const loose = all.find(({ key }) => key.offset === place.offset);
  if (!holder || !loose?.value) return [];
  const raw = ({ node }: Pick<JsonProperty, 'node'>) => query.text.slice(node.offset, node.offset + node.length);
  if (loose.name === 'bool') return all.length === 1 ? [replaceNode(holder, raw({ node: loose.value }))] : [];
  if (all.some(({ name }) => name === 'must')) return [];
  return [replaceNode(loose.node, `"must": [{ ${raw(loose)} }]`)];
}

function clauseAt({ clauses }: ParsedQuery, { offset }: Span): QueryClause | undefined {
  return clauses.find(({ parts: [part] }) => part?.key.offset === offset);
}

/** A comment within it would be lost. */
function isCommented({ text }: ParsedQuery, { node }: QueryClause): boolean {
  return /\/[/*]/u.test(text.slice(node.offset, node.offset + node.length).replaceAll(/"(?:[^"\\]|\\.)*"/gu, ''));
}
