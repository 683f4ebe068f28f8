import type { Node } from 'jsonc-parser';
import { conditionNames } from '../../analysis/conditions/readCondition.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import { writtenValue } from '../../json/nodeValue.ts';
import { closest } from '../../text/closest.ts';
import { clauseForService, isClauseKey, isRefinable } from '../pasted/searchBody.ts';
import type { ParsedQuery } from '../query.ts';
import type { Occurrence } from '../queryClauses.ts';
import { occurrences } from '../queryClauses.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

const clauseKinds: readonly string[] = ['term', 'match', 'bool'];

/** Clauses of `filter_by` in words of Elasticsearch that the service does not know, and clauses that stand in no list. */
export function findForeignClauses(query: ParsedQuery): readonly QueryProblem[] {
  const holderOf = (key: string) => query.properties.findLast(({ name }) => name === key)?.value;
  const filter = holderOf('filter_by');
  const inner = query.clauses.flatMap(({ parts }) =>
    parts.flatMap(({ kind, value }) => (kind === 'bool' ? value : [])),
  );
  return [
    ...looseClauses(filter, 'filter_by'),
    ...looseClauses(holderOf('refine'), 'refine'),
    ...[filter, ...inner].flatMap(unknownLists),
    ...query.clauses.flatMap(({ node, parts: [part, ...others] }): QueryProblem[] => {
      if (!part || others.length > 0 || clauseKinds.includes(part.kind)) return [];
      const clause = writtenValue(query.text, node);
      const canBe = clauseForService(clause) ? 'rewritten' : isRefinable(clause) ? 'refined' : 'nothing';
      return [problem(part.key, { code: 'foreignClause', kind: part.kind, canBe, suggestions: near(part.kind) })];
    }),
  ];
}

function near(kind: string): readonly string[] {
  return isClauseKey(kind) ? [] : closest(kind, clauseKinds, 1);
}

/** Both are lists of clauses by how they must hold; what searches call a query is one clause, or a `bool` around the lists. */
function looseClauses(holder: Node | undefined, container: 'filter_by' | 'refine'): readonly QueryProblem[] {
  return propertiesOf(holder).flatMap(({ name, key }): QueryProblem[] =>
    isLoose(name) ? [problem(key, { code: 'looseClause', key: name, container })] : [],
  );
}

/** Whether a key beside the lists is a clause. */
export function isLoose(name: string): boolean {
  return name !== 'filter' && (isClauseKey(name) || conditionNames.some((known) => known === name));
}

function unknownLists(filter: Node | undefined): readonly QueryProblem[] {
  const properties = propertiesOf(filter);
  const free = occurrences.filter((occurrence) => !properties.some(({ name }) => name === occurrence));
  return properties.flatMap(({ name, key }): QueryProblem[] => {
    if (isOccurrence(name) || isLoose(name)) return [];
    const suggestions = name === 'filter' ? free.filter((one) => one === 'must') : closest(name, free, 1);
    return [problem(key, { code: 'unknownWord', word: name, suggestions, known: occurrences })];
  });
}

function isOccurrence(name: string): name is Occurrence {
  return occurrences.some((known) => known === name);
}
