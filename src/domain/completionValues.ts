import { clauseSnippets } from './clauseSnippets.ts';
import type { CompletionEntry, SeenValues } from './completionEntry.ts';
import { projectedFields, sortKeys } from './completionFields.ts';
import type { CompletionPlace } from './completionPlace.ts';
import { findField } from './fields.ts';
import type { ParsedQuery } from './query.ts';
import { occurrences } from './queryClauses.ts';

/** Where a value is asked for. */
export interface ValuePlace {
  readonly query: ParsedQuery;
  readonly path: readonly (string | number)[];
  readonly place: CompletionPlace;
  readonly seen: SeenValues;
}

/** The values, dates, fields and clauses that fit at a place. */
export function valuesAt({ query, path, place, seen }: ValuePlace): readonly CompletionEntry[] {
  const [top] = path;
  const fieldPlace = { seen, written: place.written };
  if (path.length === 1 && (top === 'from_date' || top === 'to_date')) {
    const dates = (top === 'from_date' ? starts : ends).map((label): CompletionEntry => ({ label, kind: 'date' }));
    return [...dates, ...inputEntries(query, place)];
  }
  if (top === 'sort_by' && path.length === 2) return sortKeys(fieldPlace);
  if (top === 'project_fields' && path.length === 2) return projectedFields(fieldPlace);
  if (top === 'inputs' && path.at(-1) === 'type') {
    return ['promptString', 'pickString'].map((label) => ({ label, kind: 'value', builtIn: true }));
  }
  if (top === 'connection') {
    const names = [...seen.valuesOf('connection').map(({ value }) => value), 'sample'];
    return names.map((label): CompletionEntry => ({ label, kind: 'value' }));
  }
  if (top !== 'filter_by') return [];
  if (isListElement(path) && !place.quoted) return clauseSnippets;
  const clause = path.findLastIndex((segment) => segment === 'term' || segment === 'match');
  const field = path[clause + 1];
  if (clause < 0 || typeof field !== 'string') return [];
  return [...fieldValues(field, seen), ...inputEntries(query, place)];
}

const starts = ['now-24h', 'now/d', 'now-7d/d', 'now/w', 'now-30d/d', 'now/M', 'now-1M/M', 'now-59d'];
const ends = ['now', 'now/d', 'now-1d/d', 'now-1w/w', 'now-1M/M'];

function isListElement(path: readonly (string | number)[]): boolean {
  return typeof path.at(-1) === 'number' && occurrences.some((known) => known === path.at(-2));
}

function fieldValues(path: string, seen: SeenValues): readonly CompletionEntry[] {
  const field = findField(path);
  const plain = (value: string) =>
    field?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
  const known = (field?.knownValues ?? []).map(
    ({ value, words }): CompletionEntry => ({
      label: String(value),
      insertText: plain(String(value)),
      kind: 'value',
      detail: words,
    }),
  );
  const truths =
    field?.kind === 'boolean'
      ? ['true', 'false'].map((label): CompletionEntry => ({ label, insertText: label, kind: 'value' }))
      : [];
  const met = seen.valuesOf(path).map(
    ({ value, label }): CompletionEntry => ({
      label: label ?? value,
      insertText: plain(value),
      kind: 'value',
      ...(label === undefined ? {} : { detail: value, filterText: `${label} ${value}` }),
    }),
  );
  return [...known, ...truths, ...met];
}

/** Declared inputs; within a string that has begun already, they complete what stands before the cursor. */
function inputEntries(query: ParsedQuery, { written }: CompletionPlace): readonly CompletionEntry[] {
  const ids = query.inputs.flatMap(({ id }) => (id ? [id.value] : []));
  const lead = /^(.*?)(?:\$(?:\{[a-z]*:?[^}]*)?)?$/s.exec(written)?.[1] ?? '';
  return ids.map((id) => ({
    label: `\${input:${id}}`,
    insertText: `"${lead}\${input:${id}}"`,
    kind: 'input',
    filterText: `${lead}\${input:${id}}`,
  }));
}
