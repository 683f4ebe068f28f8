import type { Node } from 'jsonc-parser';
import { appendReadably } from '../../json/appendReadably.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import { asBoolean, asNumber } from '../../json/looseValues.ts';
import { scalarText } from '../../json/nodeValue.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { applyEdits, removeNode, sorted } from '../../json/textEdits.ts';
import { isJsonNumber } from '../../json/writtenNumber.ts';
import type { FieldKind } from '../../session/fields/fields.ts';
import { findField } from '../../session/fields/fields.ts';
import { findClauseProblems } from '../problems/clauseProblems.ts';
import type { ParsedQuery, Span } from '../query.ts';
import { parseQuery } from '../query.ts';
import type { QueryClause } from '../queryClauses.ts';
import { filterOf, insertFilter } from './filterOf.ts';

/** A value to look for, or to leave out. */
export interface WantedValue {
  readonly occurrence: 'must' | 'must_not' | 'should';
  readonly path: string;
  /** As text, also where the field holds numbers. */
  readonly value: string;
}

export type ClauseAddition =
  | {
      readonly type: 'added';
      readonly edits: readonly TextEdit[];
      /** Where the clause stands after the edits. */
      readonly clause: Span;
      /** The opposite stood in the other list, and was taken out of it. */
      readonly moved: boolean;
      /** With another clause of the query it can find nothing. */
      readonly contradicts: boolean;
    }
  /** The query asks for it already: `clause` is where. */
  | { readonly type: 'present'; readonly clause: Span }
  /** Nothing is changed: the text is no query that can be edited safely, or the field cannot be searched. */
  | { readonly type: 'refused'; readonly reason: 'syntax' | 'filter' | 'field' };

/** Adds a clause to a query's text, keeping its comments and its form. */
export function addClause(text: string, wanted: WantedValue): ClauseAddition {
  const clause = clauseText(wanted);
  if (clause === undefined) return { type: 'refused', reason: 'field' };
  if (text.trim() === '')
    return proven(text, wanted, [{ offset: 0, length: text.length, text: newQuery(wanted, clause) }]);
  const query = parseQuery(text);
  const { root } = query;
  if (root?.type !== 'object' || query.syntaxProblems.length > 0) return { type: 'refused', reason: 'syntax' };
  const filter = filterOf(query);
  if (!filter)
    return proven(text, wanted, insertFilter(query, root, { filter: `{ "${wanted.occurrence}": [${clause}] }` }));
  if (filter.type !== 'object') return { type: 'refused', reason: 'filter' };

  const present = clauseFor(query, wanted);
  if (present) return { type: 'present', clause: spanOf(present.node) };
  const list = propertiesOf(filter).findLast(({ name }) => name === wanted.occurrence)?.value;
  if (list && list.type !== 'array') return { type: 'refused', reason: 'filter' };
  const added = list
    ? appendReadably(text, list, clause)
    : appendReadably(text, filter, `"${wanted.occurrence}": [${clause}]`);
  const opposite = clauseFor(query, { ...wanted, occurrence: wanted.occurrence === 'must_not' ? 'must' : 'must_not' });
  return proven(text, wanted, sorted([...added, ...removeNode(text, opposite?.node)]), opposite !== undefined);
}

/** A whole query that asks for one value. */
export function queryFor(wanted: WantedValue, facts: Readonly<Record<string, string>>): string | undefined {
  const clause = clauseText(wanted);
  return clause === undefined ? undefined : newQuery(wanted, clause, facts);
}

/** `{ "term": { "source": "447700900123" } }`; undefined for a field that no clause can search. */
export function clauseText({ path, value }: Pick<WantedValue, 'path' | 'value'>): string | undefined {
  const kind = findField(path)?.kind ?? 'id';
  if (kind === 'object') return undefined;
  return `{ "${searchOf(kind)}": { ${JSON.stringify(path)}: ${scalarOf(kind, value)} } }`;
}

function searchOf(kind: FieldKind): 'term' | 'match' {
  return kind === 'text' ? 'match' : 'term';
}

/** The value as JSON; a number digit by digit. */
function scalarOf(kind: FieldKind, value: string): string {
  const text = value.trim();
  if (kind === 'number' && isJsonNumber(text)) return text;
  const scalar = kind === 'number' ? asNumber(value) : kind === 'boolean' ? asBoolean(value) : undefined;
  return JSON.stringify(scalar ?? value);
}

/** The first properties of a new query, each on a line. */
export function factsText(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
    .join('');
}

function newQuery({ occurrence }: WantedValue, clause: string, facts: Readonly<Record<string, string>> = {}): string {
  return `{\n${factsText(facts)}  "filter_by": {\n    "${occurrence}": [${clause}]\n  }\n}\n`;
}

/** The clause of the query's own filter that asks for this and nothing else. */
function clauseFor(query: ParsedQuery, { occurrence, path, value }: WantedValue): QueryClause | undefined {
  const filter = filterOf(query);
  const search = searchOf(findField(path)?.kind ?? 'id');
  return query.clauses.find((clause) => {
    const [part, ...more] = clause.parts;
    const [field, ...others] = part?.fields ?? [];
    if (clause.filter !== filter || clause.occurrence !== occurrence || more.length > 0 || others.length > 0)
      return false;
    return (
      part?.kind === search &&
      field?.path === path &&
      field.value !== undefined &&
      scalarText(query.text, field.value) === value
    );
  });
}

/** Edits that are believed only when the text after them says what they are meant to say. */
function proven(text: string, wanted: WantedValue, edits: readonly TextEdit[], moved = false): ClauseAddition {
  const after = parseQuery(applyEdits(text, edits));
  const clause = after.syntaxProblems.length > 0 ? undefined : clauseFor(after, wanted);
  if (!clause) return { type: 'refused', reason: 'syntax' };
  const contradicts = findClauseProblems(after).some(
    (problem) => problem.code === 'contradiction' && isIn(filterOf(after), problem) && names(problem.field, wanted),
  );
  return { type: 'added', edits, clause: spanOf(clause.node), moved, contradicts };
}

function names(field: string, { path, occurrence }: WantedValue): boolean {
  return occurrence === 'must' && field === path;
}

function isIn(node: Node | undefined, { offset }: Span): boolean {
  return node !== undefined && node.offset <= offset && offset < node.offset + node.length;
}

function spanOf({ offset, length }: Node): Span {
  return { offset, length };
}
