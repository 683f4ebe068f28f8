import { asList, asRecord } from '../../domain/json/looseValues.ts';
import { readServiceTime } from '../../domain/time/serviceTime.ts';
import { analyse } from '../../domain/tokens/analyse.ts';
import type { Scalar } from '../../domain/tokens/fieldTokens.ts';
import { readBoolean, readNumber } from '../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from '../mapping/archivedField.ts';
import { archivedField, hidden, isMappedObject, leafOf, leavesField } from '../mapping/archivedField.ts';

/** A query as engines read it. */
export type EngineQuery = Readonly<Record<string, unknown>>;

/** An engine takes few more in one condition: each word, and each value of some kinds, is one. */
export const mostClauses = 1000;

export const everything: EngineQuery = { match_all: {} };
export const nothing: EngineQuery = { match_none: {} };

/** A leaf itself: `PATH=VALUE`. */
function leafIs(path: string, value: string | number): EngineQuery {
  return { term: { [leavesField]: leafOf(path, value) } };
}

export function anyOf(queries: readonly EngineQuery[]): EngineQuery {
  const few = withoutManyClauses(queries);
  const [only, ...others] = few;
  if (!only) return nothing;
  return others.length === 0 ? only : { bool: { should: few, minimum_should_match: 1 } };
}

/** An engine takes so many values in one list. */
const mostValues = 50_000;

/**
 * The same alternatives in fewer clauses: those that ask a field for a value become one that asks it for a list of them. Engines refuse more than about
 * a thousand clauses.
 */
export function withoutManyClauses(alternatives: readonly EngineQuery[]): readonly EngineQuery[] {
  const byField = new Map<string, Set<unknown>>();
  const others: EngineQuery[] = [];
  for (const query of alternatives) {
    const found = valuesIn(query);
    if (!found) {
      others.push(query);
      continue;
    }
    const known = byField.get(found.field) ?? new Set();
    for (const value of found.values) known.add(value);
    byField.set(found.field, known);
  }
  return [...[...byField].flatMap(([field, values]) => valuesQueries(field, [...values])), ...others];
}

function valuesIn({
  term,
  terms,
}: EngineQuery): { readonly field: string; readonly values: readonly unknown[] } | undefined {
  const [entry] = Object.entries(asRecord(term ?? terms));
  if (!entry) return undefined;
  const [field, given] = entry;
  return { field, values: term === undefined ? asList(given) : [given] };
}

function valuesQueries(field: string, values: readonly unknown[]): readonly EngineQuery[] {
  if (values.length === 1) return [{ term: { [field]: values[0] } }];
  const lists = Array.from({ length: Math.ceil(values.length / mostValues) }, (_, at) =>
    values.slice(at * mostValues, (at + 1) * mostValues),
  );
  return lists.map((list) => ({ terms: { [field]: list } }));
}

export function allOf(queries: readonly EngineQuery[]): EngineQuery {
  const [only, ...others] = queries;
  if (!only) return everything;
  return others.length === 0 ? only : { bool: { filter: queries } };
}

/** One value, as the field's kind compares it; undefined for a value that is not of that kind. */
export function equals(field: ArchivedField, value: Scalar): EngineQuery | undefined {
  const token = tokenOf(field, value);
  if (token === undefined) return undefined;
  if (typeof token === 'object') return between(field, token);
  // Leaves say by it that a value is not found by what it is.
  if (!field.isMapped) return token === hidden ? nothing : leafIs(field.path, token);
  return { term: { [field.path]: field.kind === 'boolean' ? token === 1 : token } };
}

type Span = { readonly first: number; readonly last: number };

function tokenOf({ kind }: ArchivedField, value: Scalar): string | number | Span | undefined {
  switch (kind) {
    case 'number':
      return readNumber(value);
    case 'boolean':
      return readBoolean(value);
    case 'date':
      return readServiceTime(value);
    default:
      return String(value);
  }
}

/** Times are milliseconds since 1970 in everything that is asked, so that no engine reads them in its own way. */
export function between({ path }: Pick<ArchivedField, 'path'>, { first, last }: Span): EngineQuery {
  return { range: { [path]: { gte: first, lte: last, format: 'epoch_millis' } } };
}

/** Any of the words, or all of them, wherever they stand in the field. */
export function words(field: ArchivedField, text: string, all: boolean): EngineQuery {
  const said = analyse(text);
  // A word that is said again is one more of them.
  if (field.isMapped && said.length <= mostClauses)
    return { match: { [field.path]: { query: text, operator: all ? 'and' : 'or' } } };
  const tokens = [...new Set(said)].map((token) =>
    field.isMapped ? { term: { [field.path]: token } } : leafIs(field.path, token),
  );
  return all && tokens.length > 0 ? allOf(tokens) : anyOf(tokens);
}

/** There is a value at a path, or anything below it. */
export function exists(path: string): EngineQuery {
  const isField = archivedField(path)?.isMapped === true || isMappedObject(path);
  return anyOf([
    ...(isField ? [{ exists: { field: path } }] : []),
    { prefix: { [leavesField]: `${path}=` } },
    { prefix: { [leavesField]: `${path}.` } },
  ]);
}
