import type { Node } from 'jsonc-parser';
import type { JsonProperty } from '../json/jsonProperties.ts';
import { itemsOf, propertiesOf } from '../json/jsonProperties.ts';

export type Occurrence = 'must' | 'must_not' | 'should';

export const occurrences: readonly Occurrence[] = ['must', 'must_not', 'should'];

/** `"field": value` within a clause. */
export interface ClauseField {
  readonly path: string;
  readonly node: Node;
  readonly key: Node;
  /** The scalar to look for, also when it is written as `{ "value": … }` or `{ "query": … }`. */
  readonly value: Node | undefined;
  /** What stands after the colon. */
  readonly written: Node | undefined;
}

/** `"term": { … }`, `"match": { … }`, `"bool": { … }`, or whatever else a clause says. */
export interface ClausePart {
  readonly kind: string;
  readonly node: Node;
  readonly key: Node;
  readonly fields: readonly ClauseField[];
  readonly value: Node | undefined;
}

/** One entry of a clause list. */
export interface QueryClause {
  readonly occurrence: Occurrence;
  readonly node: Node;
  /** The filter that holds the list: clauses of one filter belong together. */
  readonly filter: Node;
  readonly parts: readonly ClausePart[];
}

/** The clauses of a filter and of the filters within it, in the text's order. */
export function collectClauses(filter: Node | undefined): readonly QueryClause[] {
  const found: QueryClause[] = [];
  collect(filter, found);
  return found;
}

function collect(filter: Node | undefined, found: QueryClause[]): void {
  if (filter?.type !== 'object') return;
  for (const { name, value } of propertiesOf(filter)) {
    const occurrence = occurrences.find((known) => known === name);
    if (!occurrence) continue;
    for (const node of itemsOf(value)) {
      if (node.type !== 'object') continue;
      const parts = propertiesOf(node).map(partAt);
      found.push({ occurrence, node, filter, parts });
      for (const part of parts) if (part.kind === 'bool') collect(part.value, found);
    }
  }
}

function partAt({ name, node, key, value }: JsonProperty): ClausePart {
  const searches = name === 'term' || name === 'match';
  const fields = searches ? propertiesOf(value).map((property) => fieldAt(property, name)) : [];
  return { kind: name, node, key, fields, value };
}

function fieldAt({ name, node, key, value }: JsonProperty, kind: 'term' | 'match'): ClauseField {
  const inner = kind === 'term' ? 'value' : 'query';
  const scalar =
    value?.type === 'object' ? propertiesOf(value).find((property) => property.name === inner)?.value : value;
  return { path: name, node, key, value: scalar, written: value };
}
