import { isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf } from '../../domain/json/writtenEntries.ts';
import type { Field } from '../../domain/session/fields/fields.ts';
import { findField, findSlip } from '../../domain/session/fields/fields.ts';
import { readServiceTime } from '../../domain/time/serviceTime.ts';
import { analyse } from '../../domain/tokens/analyse.ts';
import type { Scalar, Token } from '../../domain/tokens/fieldTokens.ts';
import { isScalar, readBoolean, readNumber } from '../../domain/tokens/fieldTokens.ts';
import { invalid } from './refusal.ts';

/** A filter that is understood: what remains is to look the tokens up. */
export type Filter =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tokens'; readonly path: string; readonly tokens: readonly Token[]; readonly all: boolean }
  | { readonly kind: 'between'; readonly path: string; readonly first: number; readonly last: number }
  | BoolFilter;

export interface BoolFilter {
  readonly kind: 'bool';
  readonly must: readonly Filter[];
  readonly mustNot: readonly Filter[];
  readonly should: readonly Filter[];
}

const nothing = { kind: 'nothing' } as const;
const deepest = 30;

/** Reads the dictionary of `must`, `must_not` and `should`; refuses everything that the service would refuse. */
export function readFilter(value: unknown, depth = 0): BoolFilter {
  if (!isRecord(value)) throw invalid('filter_by: expected an object with must, must_not and should');
  if (depth > deepest) throw invalid(`filter_by: bool clauses are nested more than ${deepest} deep`);
  for (const [key] of entriesOf(value)) {
    if (!['must', 'must_not', 'should'].includes(key))
      throw invalid(`filter_by: unknown key [${key}], expected must, must_not or should`);
  }
  const clauses = (key: string) => {
    const list = value[key] ?? [];
    if (value[key] === null || !Array.isArray(list)) throw invalid(`filter_by: [${key}] must be a list of clauses`);
    return list.map((clause) => readClause(clause, depth));
  };
  return { kind: 'bool', must: clauses('must'), mustNot: clauses('must_not'), should: clauses('should') };
}

function readClause(clause: unknown, depth: number): Filter {
  if (!isRecord(clause)) throw invalid('filter_by: a clause must be an object such as {"term": {"status": "ended"}}');
  const [kind, body] = onlyEntry(clause, 'a clause');
  switch (kind) {
    case 'bool':
      return readFilter(body, depth + 1);
    case 'term':
      return readTerm(body);
    case 'match':
      return readMatch(body);
    default:
      throw invalid(`filter_by: unknown query [${kind}], expected term, match or bool`);
  }
}

function readTerm(body: unknown): Filter {
  const [named, given] = onlyEntry(body, '[term]');
  const { value } = operands(given, { query: 'term', required: 'value', optional: [] });
  return anyOf(named, (path) => {
    const field = findField(path);
    if (!field || field.kind === 'object') return nothing;
    return field.kind === 'text' ? exactly(path, [String(value)]) : equal(field, path, value);
  });
}

function readMatch(body: unknown): Filter {
  const [named, given] = onlyEntry(body, '[match]');
  const { query, operator } = operands(given, { query: 'match', required: 'query', optional: ['operator'] });
  const all = readOperator(operator);
  return anyOf(named, (path) => {
    const field = findField(path);
    if (!field || field.kind === 'object' || field.termOnly) return nothing;
    return field.kind === 'text' ? { ...exactly(path, analyse(String(query))), all } : equal(field, path, query);
  });
}

/** A name of the documentation's examples and lists finds what stands under that of its model too. */
function anyOf(named: string, read: (path: string) => Filter): Filter {
  const parameter = /^parameters\.(.+)$/s.exec(named)?.[1];
  const other = findSlip(named)?.use ?? (parameter === undefined ? undefined : `params.${parameter}.value`);
  if (other === undefined) return read(named);
  return { kind: 'bool', must: [], mustNot: [], should: [read(named), read(other)] };
}

function exactly(path: string, tokens: readonly Token[]) {
  return { kind: 'tokens', path, tokens, all: false } as const;
}

/** One value on a field that is not analysed. A value that can not be of the field's kind is an error, not an empty result. */
function equal(field: Field, path: string, value: Scalar): Filter {
  const misfit = () => invalid(`filter_by: [${value}] is not a ${field.kind}, which [${path}] is`);
  switch (field.kind) {
    case 'number': {
      const number = readNumber(value);
      if (number === undefined) throw misfit();
      return exactly(path, [number]);
    }
    case 'boolean': {
      const boolean = readBoolean(value);
      if (boolean === undefined) throw misfit();
      return exactly(path, [boolean]);
    }
    case 'date': {
      const span = readServiceTime(value);
      if (!span) throw misfit();
      return { kind: 'between', path, first: span.first, last: span.last };
    }
    default:
      return exactly(path, [String(value)]);
  }
}

type Operands = Record<string, unknown>;

/** The value itself, or the object form that holds it. */
function operands(given: unknown, shape: { query: string; required: string; optional: readonly string[] }) {
  const { query, required, optional } = shape;
  const named: Operands = isRecord(given) ? given : { [required]: given };
  for (const key of Object.keys(named)) {
    if (key !== required && !optional.includes(key)) throw invalid(`filter_by: [${query}] does not support [${key}]`);
  }
  const value = named[required];
  if (!isScalar(value))
    throw invalid(`filter_by: [${query}] needs one text, number or boolean, not ${described(value)}`);
  return { ...named, [required]: value } as { value: typeof value; query: typeof value; operator?: unknown };
}

function readOperator(operator: unknown): boolean {
  if (operator === undefined) return false;
  const name = typeof operator === 'string' ? operator.toLowerCase() : undefined;
  if (name !== 'and' && name !== 'or') throw invalid('filter_by: the operator of [match] is "and" or "or"');
  return name === 'and';
}

function onlyEntry(value: unknown, what: string): readonly [string, unknown] {
  const entries = isRecord(value) ? entriesOf(value) : [];
  const [entry] = entries;
  if (!entry || entries.length > 1) throw invalid(`filter_by: ${what} must be an object with exactly one key`);
  return entry;
}

function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : 'an object';
}
