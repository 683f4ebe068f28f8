import { readRefinement } from '../../domain/analysis/refinement.ts';
import { isRecord } from '../../domain/json/looseValues.ts';
import { parseDateExpression, resolveDate } from '../../domain/time/parseDate.ts';
import { readServiceTime } from '../../domain/time/serviceTime.ts';
import { analyse } from '../../domain/tokens/analyse.ts';
import type { Scalar } from '../../domain/tokens/fieldTokens.ts';
import { isScalar, longestExactText, readNumber } from '../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from '../mapping/archivedField.ts';
import { archivedField, hidden, leafOf, leavesField } from '../mapping/archivedField.ts';
import type { EngineQuery } from './engineQuery.ts';
import {
  allOf,
  anyOf,
  equals,
  everything,
  exists,
  mostClauses,
  nothing,
  withoutManyClauses,
  words,
} from './engineQuery.ts';
import { isOfOneValue } from './ofOneValue.ts';
import { onlyEntry } from './onlyEntry.ts';
import { isTooComplex } from './tooComplex.ts';
import { withoutNegation } from './withoutNegation.ts';

/** A condition as an engine can be asked it. */
export interface AskedCondition {
  /** Finds every session that meets the condition. */
  readonly query: EngineQuery;
  /** It finds no others. */
  readonly isExact: boolean;
}

/** Values of these fields may be longer than an index finds: where a session has one, its condition is decided here. */
export type LongPaths = Set<string>;

interface Asking {
  readonly now: Date;
  readonly long: LongPaths;
}

/** `refine`, or a condition of an aggregation, as far as an engine can decide it. */
export function conditionQuery(condition: unknown, asking: Asking): AskedCondition {
  return Array.isArray(condition) ? all(condition, asking) : clause(condition, asking);
}

/** `refine` of a query: a `bool` without its name. What cannot be read keeps nothing. */
export function refinementQuery(refine: unknown, asking: Asking): AskedCondition {
  const problems = readRefinement(refine, asking.now).problems.filter(({ code }) => code !== 'unknownField');
  return problems.length > 0 ? unknown : bool(refine, asking);
}

const unknown: AskedCondition = { query: everything, isExact: false };
const none: AskedCondition = { query: nothing, isExact: true };
const exact = (query: EngineQuery): AskedCondition => ({ query, isExact: true });
const roughly = (query: EngineQuery): AskedCondition => ({ query, isExact: false });

type Ask = (field: ArchivedField, value: unknown, asking: Asking) => AskedCondition;

const leaves: Readonly<Record<string, Ask>> = {
  term,
  terms,
  match,
  match_phrase: phrase,
  range,
  prefix: (field, value, asking) => pattern('prefix', { field, value, asking }),
  wildcard: (field, value, asking) => pattern('wildcard', { field, value, asking }),
};

function clause(value: unknown, asking: Asking): AskedCondition {
  const [name, body] = onlyEntry(value);
  if (name === 'bool') return bool(body, asking);
  if (name === 'match_all') return exact(everything);
  if (name === 'nested') {
    const { path, query } = isRecord(body) ? body : {};
    const asked = clause(withoutNegation(query), asking);
    // Fields of all entries lie together in an index: what no entry meets by itself is found too.
    return typeof path === 'string' && isOfOneValue(query, path) ? asked : roughly(asked.query);
  }
  if (name === 'exists') {
    const path = isRecord(body) ? body.field : undefined;
    return typeof path === 'string' ? exact(exists(path)) : unknown;
  }
  const ask = name !== undefined && Object.hasOwn(leaves, name) ? leaves[name] : undefined;
  const [path, operand] = onlyEntry(body);
  if (!ask || path === undefined) return unknown;
  const field = archivedField(path);
  return field ? ask(field, operand, asking) : none;
}

function bool(body: unknown, asking: Asking): AskedCondition {
  if (!isRecord(body)) return unknown;
  const listed = (key: string): readonly AskedCondition[] => {
    if (body[key] === undefined) return [];
    const list: readonly unknown[] = Array.isArray(body[key]) ? body[key] : [body[key]];
    return list.map((one) => clause(one, asking));
  };
  const must = [...listed('must'), ...listed('filter')];
  const [mustNot, should] = [listed('must_not'), listed('should')];
  const written = body.minimum_should_match ?? Math.min(1, should.length);
  if (typeof written !== 'number') return unknown;
  const least = written < 0 ? should.length + written : written;
  // What is only roughly known cannot be excluded.
  const wanted = should.map(({ query }) => query);
  const excluded = mustNot.filter(({ isExact }) => isExact).map(({ query }) => query);
  return {
    isExact: [...must, ...mustNot, ...should].every(({ isExact }) => isExact),
    query: {
      bool: {
        filter: must.map(({ query }) => query),
        must_not: withoutManyClauses(excluded),
        ...(least > 0
          ? { should: least === 1 ? withoutManyClauses(wanted) : wanted, minimum_should_match: least }
          : {}),
      },
    },
  };
}

function all(conditions: readonly unknown[], asking: Asking): AskedCondition {
  const asked = conditions.map((one) => clause(one, asking));
  return { query: allOf(asked.map(({ query }) => query)), isExact: asked.every(({ isExact }) => isExact) };
}

function term(field: ArchivedField, written: unknown, asking: Asking): AskedCondition {
  const { value, options } = operand(written, 'value');
  if (!isScalar(value)) return unknown;
  const text = String(value);
  // Without letters there is no case; and engines find nothing by an empty pattern.
  if (options.case_insensitive === true && text.toLowerCase() !== text.toUpperCase()) {
    if (field.kind !== 'id' && field.kind !== 'text') return equalTo(field, value, asking);
    return pattern('wildcard', { field, value: { value: escaped(text), case_insensitive: true }, asking });
  }
  return equalTo(field, value, asking);
}

function equalTo(field: ArchivedField, value: Scalar, asking: Asking): AskedCondition {
  mayBeLong(field, String(value), asking);
  const query = equals(field, value);
  return query ? exact(query) : none;
}

function terms(field: ArchivedField, list: unknown, asking: Asking): AskedCondition {
  if (!Array.isArray(list) || !list.every(isScalar)) return unknown;
  for (const value of list) mayBeLong(field, String(value), asking);
  const found = withoutManyClauses(list.map((value) => equals(field, value)).filter((query) => query !== undefined));
  return found.length > mostClauses ? roughly(exists(field.path)) : exact(anyOf(found));
}

function match(field: ArchivedField, written: unknown, asking: Asking): AskedCondition {
  const { value, options } = operand(written, 'query');
  if (!isScalar(value)) return unknown;
  if (field.kind !== 'text') return equalTo(field, value, asking);
  const all = String(options.operator ?? 'or').toLowerCase() === 'and';
  if (all && new Set(analyse(String(value))).size > mostClauses) return roughly(exists(field.path));
  return exact(words(field, String(value), all));
}

function phrase(field: ArchivedField, written: unknown, asking: Asking): AskedCondition {
  const { value, options } = operand(written, 'query');
  if (!isScalar(value)) return unknown;
  if (field.kind !== 'text') return equalTo(field, value, asking);
  const said = analyse(String(value));
  if (said.length === 0) return none;
  if (said.length > mostClauses) return roughly(exists(field.path));
  // With words between, engines take them in another order too.
  if (!field.isMapped || (options.slop !== undefined && options.slop !== 0))
    return roughly(words(field, String(value), true));
  return exact({ match_phrase: { [field.path]: String(value) } });
}

const bounds = ['gt', 'gte', 'lt', 'lte'] as const;

function range(field: ArchivedField, written: unknown, asking: Asking): AskedCondition {
  if (!isRecord(written)) return unknown;
  // A text has the order of all of it, and an index only that of its words.
  if (!field.isMapped || field.kind === 'text' || field.kind === 'boolean') return roughly(exists(field.path));
  const limits: [string, unknown][] = [];
  for (const bound of bounds) {
    const value = written[bound];
    if (value === undefined || value === null) continue;
    const limit = isScalar(value) ? limitOf(field, bound, value, asking) : undefined;
    if (limit === undefined) return unknown;
    limits.push([bound, limit]);
  }
  // Engines make an automaton of them, too.
  if (field.kind === 'id' && limits.some(([, limit]) => isTooComplex(String(limit))))
    return roughly(exists(field.path));
  if (field.kind === 'id') asking.long.add(field.path);
  const format = field.kind === 'date' ? { format: 'epoch_millis' } : {};
  return exact({ range: { [field.path]: { ...Object.fromEntries(limits), ...format } } });
}

/** As a refinement reads it: after and up to a day mean its last instant. */
function limitOf({ kind }: ArchivedField, bound: string, value: Scalar, { now }: Asking): string | number | undefined {
  if (kind === 'number') return readNumber(value);
  if (kind !== 'date') return String(value);
  if (typeof value !== 'string') return readServiceTime(value)?.first;
  const expression = parseDateExpression(value);
  const date =
    'code' in expression ? expression : resolveDate(expression, now, bound === 'gt' || bound === 'lte' ? 'to' : 'from');
  return date instanceof Date ? date.getTime() : undefined;
}

function pattern(
  name: 'prefix' | 'wildcard',
  {
    field,
    value: written,
    asking,
  }: { readonly field: ArchivedField; readonly value: unknown; readonly asking: Asking },
): AskedCondition {
  const { value, options } = operand(written, 'value');
  if (typeof value !== 'string' || (field.kind !== 'id' && field.kind !== 'text')) return unknown;
  const folds = options.case_insensitive === true;
  // Engines know upper and lower case of ASCII alone.
  if (folds && !/^[\x20-\x7e]*$/u.test(value)) return roughly(exists(field.path));
  if (isTooComplex(leafOf(field.path, value), name === 'wildcard')) return roughly(exists(field.path));
  if (field.kind === 'id') asking.long.add(field.path);
  const insensitive = folds ? { case_insensitive: true } : {};
  if (field.isMapped) return exact({ [name]: { [field.path]: { value, ...insensitive } } });
  // A path is compared as it is.
  if (folds) return roughly(exists(field.path));
  const lead = leafOf(field.path, '');
  const leaf = name === 'wildcard' ? `${escaped(lead)}${value}` : `${lead}${value}`;
  return exact({ [name]: { [leavesField]: { value: leaf } } });
}

function escaped(text: string): string {
  return text.replace(/[\\*?]/gu, '\\$&');
}

function mayBeLong(field: ArchivedField, value: string, { long }: Asking): void {
  const kept = field.isMapped ? value : leafOf(field.path, value);
  if (field.kind === 'id' && (kept.length > longestExactText || value === hidden)) long.add(field.path);
}

function operand(
  written: unknown,
  name: string,
): { readonly value: unknown; readonly options: Readonly<Record<string, unknown>> } {
  return isRecord(written) ? { value: written[name], options: written } : { value: written, options: {} };
}
