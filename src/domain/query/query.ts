import type { Node } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { InsightsQuery } from '../../../schemas/generated/insightsQuery.ts';
import type { JsonProperty } from '../json/jsonProperties.ts';
import { itemsOf, propertiesOf } from '../json/jsonProperties.ts';
import { isRecord } from '../json/looseValues.ts';
import { nestsTooDeep } from '../json/nestsTooDeep.ts';
import { writtenValue } from '../json/nodeValue.ts';
import type { SyntaxProblem } from '../json/syntaxProblems.ts';
import { syntaxProblems } from '../json/syntaxProblems.ts';
import type { QueryClause } from './queryClauses.ts';
import { collectClauses } from './queryClauses.ts';
import type { NamedField } from './queryFieldLists.ts';
import { collectProjections, collectSortKeys } from './queryFieldLists.ts';

/** A query as the file says it. */
export type { InsightsQuery };

/** A piece of the text of a query file. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** A string value, and where it stands, quotes included. */
export interface QueryString extends Span {
  readonly value: string;
  readonly node: Node;
}

/** An input that the query declares. */
export interface QueryInput {
  readonly node: Node;
  readonly id: QueryString | undefined;
  readonly type: QueryString | undefined;
}

/** A query file's text, with the place of everything in it. Half-written text gives as much as can be understood. */
export interface ParsedQuery {
  readonly text: string;
  readonly root: Node | undefined;
  readonly syntaxProblems: readonly SyntaxProblem[];
  /** What the text says, as far as it can be understood; its structure is not checked. Numbers are kept as they are written. */
  readonly value: InsightsQuery;
  /** The top-level properties in the text's order, repeated ones included. */
  readonly properties: readonly JsonProperty[];
  /** The clauses of `filter_by` at every depth, in the text's order. */
  readonly clauses: readonly QueryClause[];
  readonly sortKeys: readonly NamedField[];
  readonly projections: readonly NamedField[];
  readonly fromDate: QueryString | undefined;
  readonly toDate: QueryString | undefined;
  readonly inputs: readonly QueryInput[];
}

/** Reads any text as a query. Never throws. */
export function parseQuery(text: string): ParsedQuery {
  const errors: Parameters<typeof parseTree>[1] = [];
  const tooDeep = nestsTooDeep(text);
  const root = tooDeep ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  const properties = propertiesOf(root);
  const byName = (name: string) => properties.findLast((property) => property.name === name)?.value;
  let value: InsightsQuery | undefined;
  return {
    text,
    root,
    syntaxProblems: tooDeep ? [{ code: 'tooDeep', offset: 0, length: 1 }] : syntaxProblems(text, errors),
    // Lint and completion have no use for it, and it takes as long as half the parsing.
    get value() {
      value ??= readValue(text, root);
      return value;
    },
    properties,
    clauses: collectClauses(byName('filter_by')),
    sortKeys: collectSortKeys(text, byName('sort_by')),
    projections: collectProjections(text, byName('project_fields')),
    fromDate: stringAt(byName('from_date')),
    toDate: stringAt(byName('to_date')),
    inputs: itemsOf(byName('inputs'))
      .filter((node) => node.type === 'object')
      .map(inputAt),
  };
}

function readValue(text: string, root: Node | undefined): InsightsQuery {
  const value = root && writtenValue(text, root);
  return isRecord(value) ? value : {};
}

/** A node as a string value; undefined for everything else. */
function stringAt(node: Node | undefined): QueryString | undefined {
  if (node?.type !== 'string') return undefined;
  return { value: String(node.value), node, offset: node.offset, length: node.length };
}

function inputAt(node: Node): QueryInput {
  const properties = propertiesOf(node);
  const text = (name: string) => stringAt(properties.findLast((property) => property.name === name)?.value);
  return { node, id: text('id'), type: text('type') };
}
