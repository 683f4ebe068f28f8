import type { EmptyCause } from '../../api/search/explainEmpty.ts';
import { insertAfterNode } from '../../domain/json/appendNode.ts';
import { propertiesOf } from '../../domain/json/jsonProperties.ts';
import type { TextEdit } from '../../domain/json/textEdits.ts';
import { insertFirst, removeNode, replaceNode, sorted } from '../../domain/json/textEdits.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import type { QueryClause } from '../../domain/query/queryClauses.ts';
import { toServiceTime } from '../../domain/time/dates.ts';

/** The edits that take away what empties a query; none when the cause lies outside of the file. */
export function editsFor(cause: EmptyCause, query: ParsedQuery): readonly TextEdit[] {
  switch (cause.code) {
    case 'clause':
      return removeNode(query.text, clauseAt(query, cause.place)?.node);
    case 'should':
      return removeNode(query.text, propertiesOf(filterOf(query)).find(({ name }) => name === 'should')?.node);
    case 'refinement':
      return removeNode(query.text, query.properties.findLast(({ name }) => name === 'refine')?.node);
    case 'field': {
      const field = fieldAt(query, cause.place);
      return field ? [replaceNode(field.key, JSON.stringify(cause.use))] : [];
    }
    case 'operator': {
      const part = clauseAt(query, cause.place)?.parts[0];
      return part ? [replaceNode(part.key, JSON.stringify(cause.use))] : [];
    }
    case 'letterCase':
    case 'spelling': {
      const value = fieldAt(query, cause.place)?.value;
      return value ? [replaceNode(value, JSON.stringify(cause.value))] : [];
    }
    case 'dateRange':
      return setProperties(query, [
        ['from_date', toServiceTime(cause.range.from)],
        ['to_date', toServiceTime(cause.range.to)],
      ]);
    case 'region':
      return setProperties(query, [['connection', cause.connection]]);
    case 'notEmptyAnyMore':
      return [];
  }
}

/** What sets a clause right before what takes it away: the first is done with one key. */
export function mendingFirst(causes: readonly EmptyCause[]): readonly EmptyCause[] {
  const takesAway = ({ code }: EmptyCause): number =>
    Number(code === 'clause' || code === 'should' || code === 'refinement');
  return causes.toSorted((a, b) => takesAway(a) - takesAway(b));
}

/** The clause of the query's own filter that stands at a place: filters within it are counted for themselves. */
export function clauseAt(
  query: ParsedQuery,
  place: { readonly occur: QueryClause['occurrence']; readonly index: number },
): QueryClause | undefined {
  const filter = filterOf(query);
  return query.clauses.filter((clause) => clause.filter === filter && clause.occurrence === place.occur)[place.index];
}

function fieldAt(query: ParsedQuery, place: Parameters<typeof clauseAt>[1]) {
  return clauseAt(query, place)?.parts[0]?.fields[0];
}

function filterOf(query: ParsedQuery) {
  return query.properties.findLast(({ name }) => name === 'filter_by')?.value;
}

function setProperties(
  query: ParsedQuery,
  values: readonly (readonly [name: string, value: string])[],
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [name, value] of values) {
    const node = query.properties.findLast((property) => property.name === name)?.value;
    if (node) edits.push(replaceNode(node, JSON.stringify(value)));
    else missing.push(`${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  }
  if (!query.root || missing.length === 0) return sorted(edits);
  const beside = query.properties.findLast(({ name }) => values.some(([set]) => set === name))?.node;
  const added = missing.join(', ');
  const inserted = beside ? insertAfterNode(query.text, beside, added) : insertFirst(query.text, query.root, added);
  return sorted([...edits, ...inserted]);
}
