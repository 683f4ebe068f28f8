import type { CompletionPlace } from '../../json/textPlace.ts';
import { commitPrefix, isRef, lastTag } from '../../time/commitDates.ts';
import type { ParsedQuery, Span } from '../query.ts';
import { occurrences } from '../queryClauses.ts';
import type { NamedField } from '../queryFieldLists.ts';
import { shapeAt } from '../shapes/analysisShape.ts';
import { clauseSnippets } from './clauseSnippets.ts';
import type { CompletionEntry, SeenValues } from './completionEntry.ts';
import { projectedFields, sortKeys } from './completionFields.ts';
import { valuesOfShape } from './completionShapes.ts';
import { fieldValues, inputEntries } from './fieldValues.ts';

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
    return [...dates, ...commitEntries(seen), ...inputEntries(query, place)];
  }
  if (top === 'sort_by' && path.length === 2) return others(sortKeys(fieldPlace), query.sortKeys, place);
  if (top === 'sort_by' && path.length === 1 && place.quoted) return sortString(query, place, seen);
  if (top === 'project_fields' && path.length === 2) {
    return others(projectedFields(fieldPlace), query.projections, place);
  }
  if (top === 'inputs' && path.at(-1) === 'type') {
    return ['promptString', 'pickString'].map((label) => ({ label, kind: 'value', builtIn: true }));
  }
  if (top === 'connection') {
    const names = [...seen.valuesOf('connection').map(({ value }) => value), 'sample'];
    return names.map((label): CompletionEntry => ({ label, kind: 'value' }));
  }
  const shape = shapeAt(query.root, path);
  if (shape) return valuesOfShape(shape, { query, path, place, seen });
  if (top !== 'filter_by') return [];
  if (isListElement(path) && !place.quoted) return clauseSnippets;
  const clause = path.findLastIndex((segment) => segment === 'term' || segment === 'match');
  const field = path[clause + 1];
  if (clause < 0 || typeof field !== 'string') return [];
  return [...fieldValues(field, seen), ...inputEntries(query, place)];
}

/** Those of a repository with thousands of tags are for whoever types them. */
const mostRefs = 100;

/** The times of commits, where there is a repository. */
function commitEntries({ refs }: SeenValues): readonly CompletionEntry[] {
  if (!refs) return [];
  const names = refs.filter(({ name }) => isRef(name) && name !== lastTag).slice(0, mostRefs);
  return [lastTag, ...names.map(({ name }) => name)].map((name) => ({ label: `${commitPrefix}${name}`, kind: 'date' }));
}

const starts = ['now-24h', 'now/d', 'now-7d/d', 'now/w', 'now-30d/d', 'now/M', 'now-1M/M', 'now-59d'];
const ends = ['now', 'now/d', 'now-1d/d', 'now-1w/w', 'now-1M/M'];

/** Without the fields that the list has already, but for the one that is being written. */
function others(
  offered: readonly CompletionEntry[],
  listed: readonly NamedField[],
  { offset, length }: Span,
): readonly CompletionEntry[] {
  const away = listed.filter(({ entry }) => entry.offset + entry.length <= offset || offset + length <= entry.offset);
  const paths = new Set(away.map(({ path }) => path));
  return offered.filter(({ label }) => !paths.has(label.replace(/:(?:asc|desc)$/, '')));
}

/** `sort_by` as the service takes it: what stands between two commas is one key. */
function sortString(query: ParsedQuery, place: CompletionPlace, seen: SeenValues): readonly CompletionEntry[] {
  const lead = /^.*,\s*/s.exec(place.written)?.[0] ?? '';
  const tail = /,.*$/s.exec(place.rest)?.[0] ?? '';
  const written = place.written.slice(lead.length);
  const key = { offset: place.offset + 1 + lead.length, length: written.length + place.rest.length - tail.length };
  return others(sortKeys({ seen, written }), query.sortKeys, key).map((entry) => ({
    ...entry,
    insertText: `"${lead}${JSON.stringify(entry.label).slice(1, -1)}${tail}"`,
    filterText: `${lead}${entry.label}`,
  }));
}

function isListElement(path: readonly (string | number)[]): boolean {
  return typeof path.at(-1) === 'number' && occurrences.some((known) => known === path.at(-2));
}
