import type { Node } from 'jsonc-parser';
import type { TextEdit } from '../../json/textEdits.ts';
import { removeNode, replaceNode } from '../../json/textEdits.ts';
import type { ParsedQuery, Span } from '../query.ts';
import type { ClausePart, QueryClause } from '../queryClauses.ts';

/** `{ "query": … }` belongs to `match` and `{ "value": … }` to `term`: the value is written plainly. */
export function changeKind(
  query: ParsedQuery,
  place: Pick<Span, 'offset'>,
  kind: 'term' | 'match',
): readonly TextEdit[] {
  const at = partAt(query, place);
  if (!at || at.part.fields.length > 1 || at.clause.parts.length > 1) return [];
  const [field] = at.part.fields;
  const edits: TextEdit[] = [replaceNode(at.part.key, JSON.stringify(kind))];
  if (field?.value && field.written && field.written !== field.value) {
    edits.push(
      replaceNode(field.written, query.text.slice(field.value.offset, field.value.offset + field.value.length)),
    );
  }
  return edits;
}

/** One clause for each field: the same list, so the same meaning. */
export function splitClause(query: ParsedQuery, place: Span): readonly TextEdit[] {
  const clause = query.clauses.find(({ node, parts }) =>
    [node, ...parts.map(({ value }) => value)].some((at) => at?.offset === place.offset && at.length === place.length),
  );
  if (!clause) return [];
  const raw = (node: Node) => query.text.slice(node.offset, node.offset + node.length);
  const pieces = clause.parts.flatMap((part) => {
    if (part.fields.length === 0) return part.value?.children?.length === 0 ? [] : [`{ ${raw(part.node)} }`];
    return part.fields.map((field) => `{ ${raw(part.key)}: { ${raw(field.node)} } }`);
  });
  if (pieces.some((piece) => piece.includes('//') && piece.includes('\n'))) return [];
  return pieces.length === 0 ? removeNode(query.text, clause.node) : [replaceNode(clause.node, pieces.join(', '))];
}

/** A field's name as it must stand there: with quotes where the problem covers the quotes too. */
export function inPlace(text: string, place: Pick<Span, 'offset'>, name: string): string {
  return text[place.offset] === '"' ? JSON.stringify(name) : name;
}

function partAt(
  query: ParsedQuery,
  { offset }: Pick<Span, 'offset'>,
): { clause: QueryClause; part: ClausePart } | undefined {
  for (const clause of query.clauses) {
    const part = clause.parts.find(({ node }) => node.offset <= offset && offset < node.offset + node.length);
    if (part && part.kind !== 'bool') return { clause, part };
  }
  return undefined;
}
