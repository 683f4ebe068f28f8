import { isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf } from '../../domain/json/writtenEntries.ts';
import { findField, findSlip } from '../../domain/session/fields/fields.ts';
import type { Scalar } from '../../domain/tokens/fieldTokens.ts';
import { isScalar } from '../../domain/tokens/fieldTokens.ts';
import { ArchiveError } from '../client/archiveError.ts';
import { anyCategory, archivedField } from '../mapping/archivedField.ts';
import type { EngineQuery } from './engineQuery.ts';
import { anyOf, equals, nothing, withoutManyClauses, words } from './engineQuery.ts';

const deepest = 30;

/**
 * `filter_by` as an engine finds what the service finds: of `should` at least one, also beside `must`, and `match` finds nothing on what the
 * documentation lists as ID fields. Throws an ArchiveError for what the service would refuse.
 */
export function filterQuery(filter: unknown, depth = 0): EngineQuery {
  if (!isRecord(filter) || depth > deepest) throw refused('filter_by');
  for (const [key] of entriesOf(filter)) if (!['must', 'must_not', 'should'].includes(key)) throw refused(key);
  const clauses = (key: string): readonly EngineQuery[] => {
    const list = filter[key] ?? [];
    if (filter[key] === null || !Array.isArray(list)) throw refused(key);
    return list.map((clause) => clauseQuery(clause, depth));
  };
  const [must, mustNot, should] = [clauses('must'), clauses('must_not'), clauses('should')];
  return {
    bool: {
      ...(must.length > 0 ? { filter: must } : {}),
      ...(mustNot.length > 0 ? { must_not: withoutManyClauses(mustNot) } : {}),
      ...(should.length > 0 ? { should: withoutManyClauses(should), minimum_should_match: 1 } : {}),
    },
  };
}

function clauseQuery(clause: unknown, depth: number): EngineQuery {
  const [kind, body] = onlyEntry(clause);
  if (kind === 'bool') return filterQuery(body, depth + 1);
  if (kind !== 'term' && kind !== 'match') throw refused(kind);
  const [named, given] = onlyEntry(body);
  const name = kind === 'term' ? 'value' : 'query';
  const { value, operator } = operands(given, name, kind === 'match' ? ['operator'] : []);
  const all = operator !== undefined && String(operator).toLowerCase() === 'and';
  if (operator !== undefined && !/^(?:and|or)$/iu.test(String(operator))) throw refused(String(operator));
  // What its name finds only by `term`, no other name of it finds by `match`.
  if (kind === 'match' && findField(named)?.termOnly) return nothing;
  return anyOf(namesOf(named).map((path) => leafQuery({ kind, path, value, all })));
}

interface Leaf {
  readonly kind: 'term' | 'match';
  readonly path: string;
  readonly value: Scalar;
  readonly all: boolean;
}

function leafQuery({ kind, path, value, all }: Leaf): EngineQuery {
  const field = archivedField(path);
  if (!field) return nothing;
  if (field.kind === 'text' && kind === 'match') return words(field, String(value), all);
  if (kind === 'match' && findField(path)?.termOnly) return nothing;
  const found = equals(field, value);
  if (!found) throw refused(String(value));
  return found;
}

/** A name of the documentation's examples and lists finds what stands under that of its model too. */
function namesOf(named: string): readonly string[] {
  const tag = /^tags\.(.+)/su.exec(named)?.[1];
  if (tag !== undefined) return [named, anyCategory(tag)];
  const parameter = /^parameters\.(.+)/su.exec(named)?.[1];
  const other = findSlip(named)?.use ?? (parameter === undefined ? undefined : `params.${parameter}.value`);
  return other === undefined ? [named] : [named, other];
}

function operands(given: unknown, name: string, others: readonly string[]) {
  const named: Readonly<Record<string, unknown>> = isRecord(given) ? given : { [name]: given };
  for (const key of Object.keys(named)) if (key !== name && !others.includes(key)) throw refused(key);
  const value = named[name];
  if (!isScalar(value)) throw refused(name);
  return { value, operator: named.operator };
}

function onlyEntry(value: unknown): readonly [string, unknown] {
  const [entry, ...others] = isRecord(value) ? entriesOf(value) : [];
  if (!entry || others.length > 0) throw refused('filter_by');
  return entry;
}

function refused(what: string): ArchiveError {
  return new ArchiveError('refused', { asked: 'read', what });
}
